package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final int DOUBTFUL = 30;

  /** How much less sure a charge in a later phrase is. */
  private static final int LATER = 10;

  private final String document;
  private final String title;
  private final int year;
  private final Map<ClausePath, Attribution> attributions = new HashMap<>();
  private final List<OrderedTask> tasks = new ArrayList<>();
  private int inClause;

  TaskReader(String document, String title, @Nullable LocalDate written) {
    this.document = document;
    this.title = title;
    this.year = Dates.yearOf(document, written);
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
    if (tasks.isEmpty()) {
      draftPurposes(clauses);
    }
    return tasks;
  }

  private static boolean isNumbered(ClauseDraft clause) {
    return switch (clause.kind()) {
      case BODY, ANNEX, VOLUME, PART, SUBPART, CHAPTER, SECTION -> false;
      case ARTICLE,
          INSERTED_ARTICLE,
          ITEM,
          BRACKETED,
          STAGE,
          NUMBER,
          SECOND_NUMBER,
          THIRD_NUMBER,
          FOURTH_NUMBER,
          BRACKETED_NUMBER ->
          true;
    };
  }

  private static @Nullable Attribution attribution(ClauseDraft clause) {
    Passage words = clause.words();
    Attribution found = words == null ? null : Attribution.find(words.text());
    return found == null ? Attribution.ofHeading(clause.heading()) : found;
  }

  /** An order that only states purposes is not an empty chart: each of its clauses is a draft. */
  private void draftPurposes(List<ClauseDraft> clauses) {
    for (ClauseDraft clause : clauses) {
      boolean drafted = isNumbered(clause) && clause.isLeaf();
      if (drafted && !clause.isNorm() && !clause.isInAnnex()) {
        inClause = 0;
        ReadClause purpose = new ReadClause(clause, clause.heading(), null, null, List.of());
        addTask(purpose, null, null, List.of(), List.of(), Role.UNNAMED, DOUBTFUL);
      }
    }
  }

  private void readClause(ClauseDraft clause) {
    inClause = 0;
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
    ReadClause found =
        new ReadClause(clause, text, words, own == null ? inherited(clause) : own, sentences);
    boolean named = found.attribution() != null;
    if (!named
        && (clause.isInAnnex()
            || (clause.isNorm() && inText.isEmpty() && found.subject() == null))) {
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

  /** A goal is a task only when it sets a day. */
  private void readGoals(ReadClause found, List<FoundDeadline> headed, List<FoundDeadline> inText) {
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

  private void readDuties(
      ReadClause found, List<FoundDeadline> headed, List<FoundDeadline> inText) {
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
    } else if (head == null && isOthers(found, dated)) {
      add(found, null, null);
      add(found, dated.getFirst(), dated.getFirst().deadline());
    } else {
      add(found, null, head != null ? head : first(inText));
    }
    if (found.attribution() == null) {
      addCharged(found, inClause > 1 ? dated : List.of(), found.subject());
    }
  }

  /** 每年6月底前，某局组织评估: the one dated sentence of a clause charges a unit of its own. */
  private static boolean isOthers(ReadClause found, List<Duty> dated) {
    if (dated.size() != 1 || found.attribution() != null || found.subject() != null) {
      return false;
    }
    Duty duty = dated.getFirst();
    boolean later =
        !found.sentences().isEmpty() && duty.from() >= found.sentences().getFirst().to();
    return later && found.subject(duty) != null;
  }

  private static long distinct(List<FoundDeadline> deadlines) {
    return deadlines.stream().map(FoundDeadline::deadline).distinct().count();
  }

  /** A day weighs more than a beginning: 2020年起 … 到2022年 is due in 2022. */
  private static @Nullable FoundDeadline first(List<FoundDeadline> deadlines) {
    return deadlines.stream()
        .filter(found -> !(found.deadline() instanceof Deadline.Onward))
        .filter(found -> !(found.deadline() instanceof Deadline.None))
        .findFirst()
        .orElse(deadlines.isEmpty() ? null : deadlines.getFirst());
  }

  /** 由甲牵头…, 乙要… in a later phrase is a duty of its own. */
  private void addCharged(ReadClause found, List<Duty> taken, @Nullable Subject main) {
    Set<String> known = new HashSet<>(main == null ? List.of() : main.lead());
    int next = 0;
    for (int i = 0; i < found.sentences().size(); i++) {
      Duty sentence = found.sentences().get(i);
      while (next < taken.size() && taken.get(next).to() <= sentence.from()) {
        next++;
      }
      if (next < taken.size() && taken.get(next).from() < sentence.to()) {
        continue;
      }
      String words = found.text().substring(sentence.from(), sentence.to());
      Subject led = i == 0 ? null : Subject.led(words);
      if (led != null && led.after() < words.length()) {
        addSubject(found, new Duty(sentence.from() + led.after(), sentence.to(), null), led, 0);
      } else if (led == null) {
        addPhrases(found, sentence, words, known, i == 0);
      }
    }
  }

  /** One task for each phrase that charges a unit not charged before: 甲要…，乙负责…. */
  private void addPhrases(
      ReadClause found, Duty sentence, String words, Set<String> known, boolean first) {
    int from = 0;
    Duty open = null;
    Subject subject = null;
    for (String phrase : UnitNames.split(words, "，")) {
      int at = words.indexOf(phrase, from);
      from = at + phrase.length();
      Subject next = first && at == 0 ? null : Subject.charged(phrase, words, at);
      if (next == null || known.containsAll(next.lead())) {
        continue;
      }
      known.addAll(next.lead());
      if (open != null && subject != null) {
        addSubject(found, new Duty(open.from(), sentence.from() + at - 1, null), subject, LATER);
      }
      open = new Duty(sentence.from() + at, sentence.to(), null);
      subject = next;
    }
    if (open != null && subject != null) {
      addSubject(found, open, subject, LATER);
    }
  }

  private void addSubject(ReadClause found, Duty duty, Subject subject, int less) {
    int confidence = subject.confidence() - less;
    addTask(found, duty, null, subject.lead(), subject.responsible(), Role.SUBJECT, confidence);
  }

  private void add(ReadClause found, @Nullable Duty duty, @Nullable FoundDeadline deadline) {
    Attribution named = found.attribution();
    if (named != null) {
      boolean own = attributions.containsKey(found.clause().path());
      int confidence = named.role() == Role.LEAD ? 95 : own ? 85 : 80;
      addTask(found, duty, deadline, named.lead(), named.responsible(), named.role(), confidence);
      return;
    }
    Subject subject = duty == null ? found.subject() : found.subject(duty);
    if (subject == null) {
      addTask(found, duty, deadline, List.of(), List.of(), Role.UNNAMED, UNNAMED);
    } else {
      Role role = subject.lead().isEmpty() ? Role.UNNAMED : Role.SUBJECT;
      addTask(
          found, duty, deadline, subject.lead(), subject.responsible(), role, subject.confidence());
    }
  }

  private void addTask(
      ReadClause found,
      @Nullable Duty duty,
      @Nullable FoundDeadline deadline,
      List<String> lead,
      List<String> responsible,
      Role role,
      int confidence) {
    ClauseDraft clause = found.clause();
    inClause++;
    tasks.add(
        new OrderedTask(
            (document.isEmpty() ? title : document) + " " + clause.path() + " #" + inClause,
            clause.path(),
            found.wording(duty, deadline, title),
            lead,
            responsible,
            role,
            deadline == null ? new Deadline.None() : deadline.deadline(),
            deadline == null ? "" : Words.tidy(deadline.words()),
            confidence,
            found.place(duty)));
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
