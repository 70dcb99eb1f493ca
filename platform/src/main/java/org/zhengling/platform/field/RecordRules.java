package org.zhengling.platform.field;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zhengling.engine.Refusal;

/** What a record must hold to answer its task; everything that is wrong is said at once. */
record RecordRules(FieldTask task, FieldRecord record) {
  private static final int LONGEST = 2000;

  void check() {
    List<String> problems = new ArrayList<>();
    task.questions().forEach(question -> problems.addAll(problems(question)));
    List<String> names = task.questions().stream().map(FieldQuestion::name).toList();
    if (!names.containsAll(record.answers().keySet())
        || record.photos().stream().anyMatch(photo -> !names.contains(photo.question()))) {
      problems.add("有的答案不属于这张表，表可能改过了");
    }
    if (!problems.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.CALLER,
          "没有收下。" + problems.stream().collect(Collectors.joining("；")) + "。",
          "请改好再上传。");
    }
  }

  private List<String> problems(FieldQuestion question) {
    String answer = record.answer(question.name()).strip();
    return switch (question.form()) {
      case PHOTO -> {
        long taken =
            record.photos().stream()
                .filter(photo -> photo.question().equals(question.name()))
                .count();
        yield taken < question.least()
            ? List.of(question.label() + "至少 " + question.least() + " 张")
            : List.of();
      }
      case CHOICE ->
          answer.isEmpty() || question.options().contains(answer)
              ? open(question, answer)
              : List.of(question.label() + "没有“" + answer + "”这一项");
      case NUMBER ->
          answer.isEmpty() || answer.matches("\\d{1,9}")
              ? open(question, answer)
              : List.of(question.label() + "要写整数，现在是“" + answer + "”");
      case TEXT, LONG_TEXT, PLACE ->
          answer.codePointCount(0, answer.length()) > LONGEST
              ? List.of(question.label() + "太长，最多 2,000 字")
              : open(question, answer);
    };
  }

  private static List<String> open(FieldQuestion question, String answer) {
    return answer.isEmpty() && !question.optional() ? List.of(question.label() + "没有填") : List.of();
  }
}
