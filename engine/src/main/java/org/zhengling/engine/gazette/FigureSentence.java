package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.FigureWords.Compared;
import org.zhengling.engine.gazette.Indicator.Comparator;
import org.zhengling.engine.gazette.Quantity.Bound;

/** One sentence and what has been read of it so far. */
final class FigureSentence {
  private static final int WIDEST = 80;
  private static final int MEASURED = 85;
  private static final int MADE = 80;
  private static final int GUESSED = 60;
  private static final int BONUS = 5;
  private static final Pattern PAID =
      Pattern.compile("奖励|补助|补贴|资助|奖补|罚款|罚金|贴息|给予|抵免|处以|处\\d|并处|扶持资金|一次性|减免|免征|退还|每人每月|限额");
  private static final Pattern SHARE_OF = Pattern.compile("按(?:照)?([^，。；]{2,30})的$");

  private final Passage words;
  private final String text;
  private final Duty span;
  private final FigureDays days;
  private @Nullable Quantity before;
  private int taken;
  private boolean accepted;
  private String lastName = "";
  private final List<Figure> figures = new ArrayList<>();

  /**
   * @param words the clause
   * @param text its words with commas in full width
   */
  FigureSentence(Passage words, String text, Duty span, FigureDays days) {
    this.words = words;
    this.text = text;
    this.span = span;
    this.days = days;
    this.taken = span.from();
  }

  /** A figure that is a goal, with its words. */
  record Figure(
      String name,
      Comparator comparator,
      Quantity quantity,
      @Nullable LocalDate by,
      String forWhom,
      String words,
      int confidence,
      Place place) {}

  /** The goals read so far, in the order of the text. */
  List<Figure> figures() {
    return figures;
  }

  void take(Quantity quantity) {
    int start = phraseStart(quantity.from());
    boolean read =
        !isDeadline(quantity) && !days.isPast(span, quantity.from()) && read(quantity, start);
    accepted = read;
    boolean condition = text.startsWith("的", quantity.to());
    taken = read || condition ? Math.max(taken, quantity.to()) : taken;
    before = quantity;
  }

  /** Where the words that belong to a figure begin. */
  private int phraseStart(int figure) {
    int start = Math.max(span.from(), figure - WIDEST);
    int comma = figure - 1;
    while (comma >= start && "，：:；。\n".indexOf(text.charAt(comma)) < 0) {
      comma--;
    }
    start = Math.max(start, comma + 1);
    if (taken > start && taken <= figure) {
      start = taken;
      int mark = FigureWords.lastMark(text, start, figure);
      start = accepted && mark >= 0 ? mark : start;
    }
    return Math.max(start, days.endBefore(figure));
  }

  private boolean isDeadline(Quantity quantity) {
    boolean shortened =
        compared(quantity, phraseStart(quantity.from())) != null && quantity.isTime();
    return days.hold(quantity) && !shortened;
  }

  private @Nullable Compared compared(Quantity quantity, int start) {
    return FigureWords.compared(text.substring(start, quantity.from()));
  }

  private boolean read(Quantity quantity, int start) {
    String lead = text.substring(start, quantity.from());
    Compared compared = FigureWords.compared(lead);
    boolean condition = text.startsWith("的", quantity.to()) && quantity.bound() != Bound.NONE;
    if (condition) {
      return !quantity.isMoney()
          && quantity.isPercent()
          && compared == null
          && readShare(quantity, start);
    }
    if (isPaid(quantity, start)) {
      return false;
    }
    return compared != null
        ? readCompared(quantity, start, compared)
        : readMade(quantity, start, lead);
  }

  /** 奖励50万元 is paid, 完成投资50亿元 is a goal. */
  private boolean isPaid(Quantity quantity, int start) {
    int from = Math.max(span.from(), Math.min(start, quantity.from() - 30));
    int to = Math.min(span.to(), quantity.to() + 12);
    return (quantity.isMoney() || quantity.isPercent() || quantity.unit().equals("倍"))
        && PAID.matcher(text.substring(from, to)).find();
  }

  /** 覆盖率达到70%, 人员不少于3人, 建设不少于3个示范园. */
  private boolean readCompared(Quantity quantity, int start, Compared compared) {
    Comparator comparator = comparator(quantity, compared.comparator());
    String lead = compared.before();
    String whose = "";
    if (lead.startsWith("的") && before != null && before.bound() != Bound.NONE) {
      // 辖区人口5万人以下的配备…不少于3人: for whom it is asked stands before.
      whose = text.substring(phrase(before.from()), before.to());
      lead = lead.substring(1);
    }
    String maker = lead.isEmpty() ? null : FigureWords.maker(lead);
    if (maker != null && hasObject(quantity) && !FigureWords.measured(maker).contains("率")) {
      return readObject(quantity, start, maker, comparator);
    }
    String measured = FigureWords.measured(lead);
    if (measured.isEmpty() || measured.equals("的")) {
      measured = lastName.isEmpty() ? FigureWords.measured(earlierPhrase(start)) : lastName;
    }
    boolean share = measured.startsWith("占") && !lastName.isEmpty();
    String called = share ? FigureWords.shorten(lastName + measured) : measured;
    boolean idle = quantity.isTime() && comparator == Comparator.EXACTLY;
    if (called.length() < 2 || idle) {
      return false;
    }
    add(quantity, called, comparator, whose, start, quantity.to(), MEASURED);
    return true;
  }

  private int phrase(int at) {
    int comma = at - 1;
    int from = Math.max(span.from(), at - WIDEST);
    while (comma >= from && "，：；。".indexOf(text.charAt(comma)) < 0) {
      comma--;
    }
    return comma + 1;
  }

  /** The phrase before the comma before the offset. */
  private String earlierPhrase(int start) {
    int comma = phrase(start) - 1;
    boolean earlier = comma > span.from() && text.charAt(comma) == '，';
    return earlier ? text.substring(Math.max(phrase(comma), comma - WIDEST), comma) : "";
  }

  /** 建成3所学校, 3所学校 in a row of such, 改造老旧小区300个, 增长6%. */
  private boolean readMade(Quantity quantity, int start, String lead) {
    Comparator comparator =
        comparator(quantity, lead.contains("至少") ? Comparator.AT_LEAST : Comparator.EXACTLY);
    if (quantity.isPercent()) {
      return readPercent(quantity, start, lead, comparator);
    }
    if (quantity.isTime()) {
      return false;
    }
    String maker = FigureWords.maker(lead);
    if (maker != null
        && !FigureWords.isSum(maker)
        && (quantity.isCount() || quantity.unit().equals("人次"))
        && hasObject(quantity)) {
      return readObject(quantity, start, maker, comparator);
    }
    boolean inRow = FigureWords.isInRow(lead);
    boolean goal = days.isGoal(span, quantity.from());
    if (inRow && (accepted || goal) && quantity.isCount() && hasObject(quantity)) {
      return readObject(quantity, quantity.from(), "", comparator);
    }
    String act = FigureWords.measured(lead);
    boolean row = lead.startsWith("、") || lead.startsWith("其中");
    boolean acts =
        FigureWords.isAct(act) || FigureWords.isAct(lead) || (row && !lastName.isEmpty());
    boolean stated = goal && days.isGoalClause() && !quantity.isMoney() && act.length() > 1;
    if ((!acts && !stated) || act.length() < 2 || goesOn(quantity)) {
      return false;
    }
    add(quantity, act, comparator, "", start, quantity.to(), acts ? MADE : GUESSED);
    return true;
  }

  /** Whether a noun follows that the figure only qualifies: 1亿元以上项目. */
  private boolean goesOn(Quantity quantity) {
    boolean ends =
        quantity.to() >= span.to() || "，、；。（(和及以并的".indexOf(text.charAt(quantity.to())) >= 0;
    return !ends || text.startsWith("的", quantity.to());
  }

  private boolean hasObject(Quantity quantity) {
    return quantity.to() < span.to()
        && (quantity.isCount() || quantity.unit().equals("人次"))
        && (Words.isHan(text.charAt(quantity.to()))
            || "“《A".indexOf(text.charAt(quantity.to())) >= 0)
        && FigureWords.objectEnd(text, quantity.to(), span.to()) - quantity.to() >= 2;
  }

  private boolean readObject(Quantity quantity, int start, String maker, Comparator comparator) {
    int end = FigureWords.objectEnd(text, quantity.to(), span.to());
    String object = FigureWords.shorten(Words.tidy(text.substring(quantity.to(), end)));
    add(
        quantity,
        object,
        comparator,
        FigureWords.whose(maker),
        start,
        end,
        accepted ? MADE - BONUS : MADE);
    return true;
  }

  /** 年均增长8%, 覆盖率70%以上, 按职工总数的2%. */
  private boolean readPercent(Quantity quantity, int start, String lead, Comparator comparator) {
    String measured = FigureWords.measured(lead);
    Matcher share = SHARE_OF.matcher(lead);
    if (share.find() && !text.startsWith("比例", quantity.to())) {
      add(quantity, share.group(1), comparator, "", start, quantity.to(), GUESSED);
      return true;
    }
    boolean shares = measured.indexOf('占') >= 0;
    if (shares) {
      String named =
          measured.endsWith("的") ? measured.substring(0, measured.length() - 1) : measured;
      String called = named.startsWith("占") ? FigureWords.shorten(lastName + named) : named;
      add(quantity, called, comparator, "", start, quantity.to(), MADE);
      return true;
    }
    boolean measures = FigureWords.isRate(lead) || FigureWords.grows(lead);
    if (!measures || measured.length() < 3) {
      return false;
    }
    add(quantity, measured, comparator, "", start, quantity.to(), MEASURED);
    return true;
  }

  /** 到2025年，80%以上的行政村建成服务站. */
  private boolean readShare(Quantity quantity, int start) {
    int from = quantity.to() + 1;
    int end = from;
    while (end < span.to() && "，；、".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    boolean dated = days.isGoal(span, quantity.from());
    if (!dated || end - from < 3) {
      return false;
    }
    String object = FigureWords.shorten(Words.tidy(text.substring(from, end)));
    add(quantity, object, comparator(quantity, Comparator.EXACTLY), "", start, end, GUESSED);
    return true;
  }

  private void add(
      Quantity quantity,
      String called,
      Comparator comparator,
      String whose,
      int from,
      int to,
      int confidence) {
    LocalDate day = days.by(span, quantity.from());
    int start = from;
    while (start < quantity.from() && "、，和及的".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    lastName = called;
    figures.add(
        new Figure(
            called,
            quantity.high() == null ? comparator : Comparator.RANGE,
            quantity,
            day,
            whose,
            Words.tidy(text.substring(start, to)),
            confidence + (day == null ? 0 : BONUS),
            words.place(start, to)));
  }

  private static Comparator comparator(Quantity quantity, Comparator stated) {
    return switch (quantity.bound()) {
      case ABOVE -> Comparator.AT_LEAST;
      case BELOW -> Comparator.AT_MOST;
      case ABOUT -> Comparator.ABOUT;
      case NONE -> stated;
    };
  }
}
