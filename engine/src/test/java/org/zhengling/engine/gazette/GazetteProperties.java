package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhengling.engine.law.ChineseNumeral;

/** Whatever lines meet: no sentence is lost, and what was read once is read again. */
class GazetteProperties {
  private static final List<String> FORMS =
      List.of(
          "一、%s。",
          "二、%s。",
          "（一）%s。",
          "(二) %s。",
          "1. %s；",
          "（1）%s。",
          "第一条　%s。",
          "第二条%s。",
          "第一章　总则",
          "第一阶段：%s。",
          "## 三、%s。",
          "**%s。**",
          "<p>%s。</p>",
          "　　%s。",
          "%s，",
          "%s（市种树局牵头）。",
          "- 3 -",
          "目　录",
          "附件：1.名录",
          "附件1",
          "丙市人民政府",
          "2021年3月5日",
          "（2021年3月6日印发）",
          "丙政发〔2021〕7号",
          "丙市人民政府关于种树的通知",
          "各县人民政府：",
          "抄送：市委办公室，",
          "（此件公开发布）",
          "【大事记】",
          "3日　%s。");

  @Property(tries = 400)
  void no_sentence_is_lost(@ForAll("gazettes") List<String> forms) {
    StringBuilder text = new StringBuilder();
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      // A sentence of its own for every line: 树木甲一百零三乙.
      String words = "树木甲" + ChineseNumeral.write(i + 101) + "乙逐一登记造册";
      boolean told = forms.get(i).contains("%s");
      text.append(forms.get(i).formatted(words)).append('\n');
      if (told) {
        sentences.add(words);
      }
    }
    String read = words(GazetteReader.read(text.toString()));
    assertThat(sentences).as(text.toString()).allMatch(read::contains);
  }

  @Property(tries = 200)
  void the_same_text_is_read_the_same_way(@ForAll("gazettes") List<String> forms) {
    String text = String.join("\n", forms);
    assertThat(GazetteReader.read(text)).isEqualTo(GazetteReader.read(text));
  }

  @Property(tries = 400)
  void any_characters_are_read_and_every_place_lies_in_the_text(@ForAll("scraps") String text) {
    Gazette read = GazetteReader.read(text);
    int lines = text.split("\r\n|[\n\r\u2028\u2029\u0085]", -1).length;
    read.documents()
        .forEach(document -> {
          assertThat(document.place().lastLine()).isLessThanOrEqualTo(lines);
          assertThat(document.clauses()).extracting(Clause::path).doesNotHaveDuplicates();
        });
    read.unplaced().forEach(line -> assertThat(line.place().lastLine()).isLessThanOrEqualTo(lines));
  }

  private static String words(Gazette gazette) {
    StringBuilder words = new StringBuilder();
    for (OfficialDocument document : gazette.documents()) {
      words.append(document.title()).append('\n').append(document.addressees()).append('\n');
      document.annexes().forEach(annex -> words.append(annex.title()).append('\n'));
      document
          .clauses()
          .forEach(clause ->
              words.append(clause.heading()).append('\n').append(clause.text()).append('\n'));
    }
    gazette.chronicle().forEach(event -> words.append(event.text()).append('\n'));
    gazette.unplaced().forEach(line -> words.append(line.text()).append('\n'));
    return words.toString();
  }

  @Provide
  Arbitrary<List<String>> gazettes() {
    return Arbitraries.of(FORMS).list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.of(
            "一",
            "二",
            "十",
            "、",
            "（",
            "）",
            "(",
            ")",
            "1",
            "２",
            ".",
            "第",
            "条",
            "章",
            "之",
            "年",
            "月",
            "日",
            "号",
            "〔",
            "〕",
            "令",
            "附件",
            "：",
            ":",
            "。",
            "，",
            "《",
            "》",
            "\n",
            "\r\n",
            "\f",
            "\u2028",
            " ",
            "　",
            "\u200B",
            "#",
            "**",
            "|",
            "<p>",
            "</p>",
            "<!--",
            "-->",
            "&nbsp;",
            "&#12288;",
            "目录",
            "通知",
            "关于",
            "印发",
            "2021",
            "大事记",
            "抄送",
            "局",
            "由",
            "\uD83C\uDF32")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }
}
