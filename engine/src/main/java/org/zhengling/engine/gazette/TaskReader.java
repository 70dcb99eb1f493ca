package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.OrderedTask.Role;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.law.ClausePath.Kind;
import org.zhengling.engine.time.Deadline;

/**
 * Reads what the clauses of one document order: one task for each clause without sub-clauses, more
 * where a clause sets several dates or names another unit for one of its duties.
 */
final class TaskReader {
  private static final int UNNAMED = 50;

  private final String document;
  private final String title;
  private final int year;
  private final Map<ClausePath, Attribution> attributions = new HashMap<>();
  private final List<OrderedTask> tasks = new ArrayList<>();

  TaskReader(String document, String title, @Nullable LocalDate written) {
    this.document = document;
    this.title = title;
    this.year = written == null ? 0 : written.getYear();
  }

  List<OrderedTask> read(List<ClauseDraft> clauses) {
    boolean numbered = clauses.stream().anyMatch(TaskReader::isNumbered);
    for (ClauseDraft clause : clauses) {
      Attribution own = attribution(clause);
      if (own != null) {
        attributions.put(clause.path(), own);
      }
      boolean orders = isNumbered(clause) || (clause.kind() == Kind.BODY && !numbered);
      if (clause.isLeaf() && orders) {
        readClause(clause);
      }
    }
    return tasks;
  }

  private static boolean isNumbered(ClauseDraft clause) {
    return switch (clause.kind()) {
      case BODY, ANNEX, CHAPTER, SECTION -> false;
      case ARTICLE, ITEM, BRACKETED, STAGE, NUMBER, BRACKETED_NUMBER -> true;
    };
  }

  private static @Nullable Attribution attribution(ClauseDraft clause) {
    Passage words = clause.words();
    Attribution found = words == null ? null : Attribution.find(words.text());
    return found == null ? Attribution.ofHeading(clause.heading()) : found;
  }

  private void readClause(ClauseDraft clause) {
    Passage words = clause.words();
    String text = words == null ? clause.heading() : Words.fullWidth(words.text());
    Attribution own = attributions.get(clause.path());
    int end =
        own == null || own.from() == 0 || own.to() > text.length() ? text.length() : own.from();
    List<FoundDeadline> headed = headed(clause);
    int from = headed.isEmpty() ? year : headed.getFirst().year();
    FoundDeadline stated =
        own == null || own.deadlineWords().isEmpty()
            ? null
            : DeadlineReader.stated(own.deadlineWords(), from);
    List<Duty> sentences = Duty.sentences(text, end);
    List<FoundDeadline> inText =
        DeadlineReader.find(text, from).stream().filter(found -> found.to() <= end).toList();
    Found found = new Found(clause, text, own == null ? inherited(clause) : own, sentences);
    boolean named = found.attribution() != null;
    if (!named
        && (clause.isInAnnex()
            || (clause.isNorm() && inText.isEmpty() && subject(found) == null))) {
      return;
    }
    if (Purpose.isStated(clause)) {
      readGoals(found, headed, inText);
    } else if (stated != null) {
      add(found, null, stated);
    } else {
      readDuties(found, headed, inText);
    }
  }

  /** A clause with its words and the units that its bracket, or the one above it, names. */
  private record Found(
      ClauseDraft clause, String text, @Nullable Attribution attribution, List<Duty> sentences) {}

  /** A goal is a task only when it sets a day. */
  private void readGoals(Found found, List<FoundDeadline> headed, List<FoundDeadline> inText) {
    List<FoundDeadline> days =
        inText.stream().filter(deadline -> Purpose.isDay(deadline.deadline())).toList();
    if (days.size() == 1) {
      add(found, null, days.getFirst());
    } else if (!days.isEmpty()) {
      Duty.dated(found.text(), found.sentences(), days)
          .forEach(duty -> add(found, duty, duty.deadline()));
    } else if (!headed.isEmpty()) {
      add(found, null, headed.getFirst());
    }
  }

  private void readDuties(Found found, List<FoundDeadline> headed, List<FoundDeadline> inText) {
    List<Duty> dated = Duty.dated(found.text(), found.sentences(), inText);
    FoundDeadline head = headed.isEmpty() ? null : headed.getFirst();
    boolean differs =
        head != null
            && dated.size() == 1
            && inText.stream().noneMatch(other -> other.deadline().equals(head.deadline()));
    if (dated.size() > 1 && distinct(inText) > 1) {
      dated.forEach(duty -> add(found, duty, duty.deadline()));
    } else if (differs) {
      add(found, null, head);
      dated.forEach(duty -> add(found, duty, duty.deadline()));
    } else {
      add(found, null, head != null ? head : first(inText));
    }
    if (found.attribution() == null) {
      addLed(found, dated.size() > 1);
    }
  }

  private static long distinct(List<FoundDeadline> deadlines) {
    return deadlines.stream().map(FoundDeadline::deadline).distinct().count();
  }

  /** A day weighs more than a beginning: 2020年起 … 到2022年 is due in 2022. */
  private static @Nullable FoundDeadline first(List<FoundDeadline> deadlines) {
    return deadlines.stream()
        .filter(found -> !(found.deadline() instanceof Deadline.Onward))
        .findFirst()
        .orElse(deadlines.isEmpty() ? null : deadlines.getFirst());
  }

  /** 由甲牵头… in a later sentence is a duty of its own. */
  private void addLed(Found found, boolean split) {
    List<Duty> later =
        found.sentences().size() < 2 || split
            ? List.of()
            : found.sentences().subList(1, found.sentences().size());
    for (Duty sentence : later) {
      String words = found.text().substring(sentence.from(), sentence.to());
      Subject led = Subject.led(words);
      if (led != null && led.after() < words.length()) {
        Duty duty = new Duty(sentence.from() + led.after(), sentence.to(), null);
        addTask(found, duty, null, led.lead(), led.responsible(), Role.SUBJECT, led.confidence());
      }
    }
  }

  private void add(Found found, @Nullable Duty duty, @Nullable FoundDeadline deadline) {
    Attribution named = found.attribution();
    if (named != null) {
      boolean own = attributions.containsKey(found.clause().path());
      int confidence = named.role() == Role.LEAD ? 95 : own ? 85 : 80;
      addTask(found, duty, deadline, named.lead(), named.responsible(), named.role(), confidence);
      return;
    }
    Subject subject = duty == null ? subject(found) : subject(found.text(), duty);
    if (subject == null) {
      addTask(found, duty, deadline, List.of(), List.of(), Role.UNNAMED, UNNAMED);
    } else {
      Role role = subject.lead().isEmpty() ? Role.UNNAMED : Role.SUBJECT;
      addTask(
          found, duty, deadline, subject.lead(), subject.responsible(), role, subject.confidence());
    }
  }

  /** Whoever is named by the first sentence, or outright by the second, speaks for the clause. */
  private static @Nullable Subject subject(Found found) {
    List<Duty> sentences = found.sentences();
    Subject first = sentences.isEmpty() ? null : subject(found.text(), sentences.getFirst());
    if (first != null || sentences.size() < 2) {
      return first;
    }
    Duty second = sentences.get(1);
    String words = second.words(found.text());
    Subject later = Subject.isClear(words) && Subject.led(words) == null ? Subject.of(words) : null;
    return later == null
        ? null
        : new Subject(later.lead(), later.responsible(), later.confidence() - 10, later.after());
  }

  private static @Nullable Subject subject(String text, Duty duty) {
    // 某室每半年…: with its deadline the sentence shows best where the name of the unit ends.
    Subject subject = Subject.of(clean(text.substring(duty.from(), duty.to())));
    if (subject != null || duty.deadline() == null) {
      return subject;
    }
    return Subject.ofDuty(clean(duty.words(text)));
  }

  private static String clean(String words) {
    String text = words.strip();
    return text.startsWith("，") ? text.substring(1) : text;
  }

  private void addTask(
      Found found,
      @Nullable Duty duty,
      @Nullable FoundDeadline deadline,
      List<String> lead,
      List<String> responsible,
      Role role,
      int confidence) {
    ClauseDraft clause = found.clause();
    long before = tasks.stream().skip(firstOf(clause)).count();
    Passage words = clause.words();
    Place place =
        duty == null || words == null
            ? clause.clause().place()
            : words.slice(duty.from(), duty.to()).place();
    tasks.add(
        new OrderedTask(
            (document.isEmpty() ? title : document) + " " + clause.path() + " #" + (before + 1),
            clause.path(),
            wording(found, duty, deadline),
            lead,
            responsible,
            role,
            deadline == null ? new Deadline.None() : deadline.deadline(),
            deadline == null ? "" : Words.tidy(deadline.words()),
            confidence,
            place));
  }

  /** Index of the first task of this clause: its tasks are the last ones read. */
  private int firstOf(ClauseDraft clause) {
    int first = tasks.size();
    while (first > 0 && tasks.get(first - 1).clause().equals(clause.path())) {
      first--;
    }
    return first;
  }

  private String wording(Found found, @Nullable Duty duty, @Nullable FoundDeadline deadline) {
    ClauseDraft clause = found.clause();
    if (duty != null) {
      return duty.brief(found.text());
    }
    String heading = Wording.heading(clause.heading());
    if (clause.kind() == Kind.BODY || (heading.isEmpty() && found.sentences().isEmpty())) {
      return Wording.brief(title);
    }
    if (heading.isEmpty()) {
      return found.sentences().getFirst().brief(found.text());
    }
    boolean tells = !Purpose.isStated(clause) && !Wording.namesOnlyTime(heading);
    if (tells || found.sentences().isEmpty()) {
      return heading;
    }
    // 准备阶段, 工作目标: a heading that does not say what shall be done.
    List<Duty> dated =
        deadline == null || deadline.from() < 0
            ? List.of()
            : Duty.dated(found.text(), found.sentences(), List.of(deadline));
    Duty first = dated.isEmpty() ? found.sentences().getFirst() : dated.getFirst();
    return heading + "：" + first.brief(found.text());
  }

  /** （2020年8月底前） after a heading. */
  private List<FoundDeadline> headed(ClauseDraft clause) {
    String bracket = Wording.bracket(clause.heading());
    FoundDeadline stated = bracket.isEmpty() ? null : DeadlineReader.stated(bracket, year);
    return stated == null ? List.of() : List.of(stated);
  }

  private @Nullable Attribution inherited(ClauseDraft clause) {
    for (ClauseDraft at = clause.parent(); at != null; at = at.parent()) {
      Attribution found = attributions.get(at.path());
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
