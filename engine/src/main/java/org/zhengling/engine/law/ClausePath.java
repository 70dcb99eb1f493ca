package org.zhengling.engine.law;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The place of a clause inside its document, printed with ASCII brackets: {@code 二(二)6}, {@code 三
 * 第一阶段}, {@code 附件}, {@code 第十二条(一)}. Paths are ordered as a document orders its clauses, a parent
 * before its children.
 *
 * <p>A path is a row of segments, each deeper in kind than the one before; {@code 附件} may only come
 * first and is followed by a blank, as every segment that begins with 第 is preceded by one. A
 * plan's 1.1.1 is three segments, 1, .1 and .1. An article is cited without its chapter, since
 * articles are numbered through; one that was put in later is the child {@code 之一} of the article
 * before it.
 *
 * @param text the printed form, unique inside a document
 */
public record ClausePath(String text) implements Comparable<ClausePath> {
  private static final Comparator<Segment> SEGMENT_ORDER =
      Comparator.comparing(ClausePath::place)
          .thenComparingInt(Segment::number)
          .thenComparingInt(Segment::occurrence);

  public ClausePath {
    String printed = print(ClausePathGrammar.segments(text));
    if (!printed.equals(text)) {
      throw new IllegalArgumentException(
          "Clause path \"" + text + "\" is written \"" + printed + "\"");
    }
  }

  /** Reads a path as people write it, with full-width brackets or stray blanks. */
  public static ClausePath parse(String text) {
    String plain = text.strip().replace('（', '(').replace('）', ')').replaceAll("[\\s　]+", " ");
    return of(ClausePathGrammar.segments(plain));
  }

  /** The path made of these segments. */
  public static ClausePath of(List<Segment> segments) {
    return new ClausePath(print(segments));
  }

  /** The path of one segment. */
  public static ClausePath of(Kind kind, int number) {
    return of(List.of(new Segment(kind, number, 1)));
  }

  /** Its segments from the top, at least one. */
  public List<Segment> segments() {
    return ClausePathGrammar.segments(text);
  }

  /** The number as a document prints it before the clause: 二、 （二） 2. 第二条 2.1; empty for 正文. */
  public String printed() {
    List<Segment> segments = segments();
    int first = segments.size() - 1;
    while (first > 0 && segments.get(first).kind().isDecimal()) {
      first--;
    }
    if (first == segments.size() - 1) {
      return segments.getLast().printed();
    }
    return segments.subList(first, segments.size()).stream()
        .map(segment -> segment.bare())
        .collect(Collectors.joining());
  }

  /** How deep it stands, 1 at the top. */
  public int level() {
    return segments().size();
  }

  /** The clause it belongs to, empty at the top. */
  public Optional<ClausePath> parent() {
    List<Segment> segments = segments();
    return segments.size() == 1
        ? Optional.empty()
        : Optional.of(of(segments.subList(0, segments.size() - 1)));
  }

  /** A clause inside this one. */
  public ClausePath child(Kind kind, int number) {
    return child(new Segment(kind, number, 1));
  }

  /** A clause inside this one. */
  public ClausePath child(Segment segment) {
    return of(Stream.concat(segments().stream(), Stream.of(segment)).toList());
  }

  /** Whether the other path is this one or lies inside it. */
  public boolean covers(ClausePath other) {
    List<Segment> mine = segments();
    List<Segment> others = other.segments();
    return others.size() >= mine.size() && others.subList(0, mine.size()).equals(mine);
  }

  @Override
  public int compareTo(ClausePath other) {
    List<Segment> mine = segments();
    List<Segment> others = other.segments();
    for (int i = 0; i < Math.min(mine.size(), others.size()); i++) {
      int order = SEGMENT_ORDER.compare(mine.get(i), others.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(mine.size(), others.size());
  }

  @Override
  public String toString() {
    return text;
  }

  private static String print(List<Segment> segments) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i).toString();
      boolean apart = i == 1 && segments.getFirst().kind() == Kind.ANNEX;
      // 第十七条之一 一: two numerals would run together.
      apart |= i > 0 && segments.get(i).kind() == Kind.ITEM && isInserted(segments.get(i - 1));
      if (i > 0 && (apart || segment.charAt(0) == '第')) {
        text.append(' ');
      }
      text.append(segment);
    }
    return text.toString();
  }

  /** An article that was put in later stands behind every paragraph of the one before it. */
  private static Kind place(Segment segment) {
    return isInserted(segment) ? Kind.ANNEX : segment.kind();
  }

  private static boolean isInserted(Segment segment) {
    return segment.kind() == Kind.INSERTED_ARTICLE;
  }

  /** How a segment is numbered, from the shallowest to the deepest. */
  public enum Kind {
    /** 正文: the words before the first numbered clause. */
    BODY,
    /** 第一篇. */
    VOLUME,
    /** 第一编. */
    PART,
    /** 第一分编. */
    SUBPART,
    /** 第一章. */
    CHAPTER,
    /** 第一节. */
    SECTION,
    /** 第一条. */
    ARTICLE,
    /** 之一 in 第十七条之一, an article that was put in later. */
    INSERTED_ARTICLE,
    /** 一、. */
    ITEM,
    /** （一）. */
    BRACKETED,
    /** 第一阶段. */
    STAGE,
    /** 1. */
    NUMBER,
    /** .1 in 1.1, as plans number their sections. */
    SECOND_NUMBER,
    /** The last .1 in 1.1.1. */
    THIRD_NUMBER,
    /** The last .1 in 1.1.1.1. */
    FOURTH_NUMBER,
    /** （1）. */
    BRACKETED_NUMBER,
    /** 附件, 附件1. */
    ANNEX;

    /** Whether it goes on with the number above it: .1 in 1.1. */
    public boolean isDecimal() {
      return this == SECOND_NUMBER || this == THIRD_NUMBER || this == FOURTH_NUMBER;
    }
  }

  /**
   * One step of a path.
   *
   * @param number from 1; 0 for 正文 and for an annex without a number
   * @param occurrence 1, or which one it is where a document uses a number again: {@code 一[2]}
   */
  public record Segment(Kind kind, int number, int occurrence) {
    public Segment {
      boolean unnumbered = kind == Kind.BODY || kind == Kind.ANNEX;
      if (number < (unnumbered ? 0 : 1)
          || number > (kind == Kind.BODY ? 0 : 9999)
          || occurrence < 1) {
        throw new IllegalArgumentException(
            "No clause is numbered " + number + " (" + occurrence + ") as " + kind);
      }
    }

    /** The number as a document prints it before the clause: 二、 （二） 2. 第二条; empty for 正文. */
    public String printed() {
      return switch (kind) {
        case BODY -> "";
        case ITEM -> ChineseNumeral.write(number) + "、";
        case BRACKETED -> "（" + ChineseNumeral.write(number) + "）";
        case NUMBER -> number + ".";
        case BRACKETED_NUMBER -> "（" + number + "）";
        case SECOND_NUMBER, THIRD_NUMBER, FOURTH_NUMBER -> bare();
        case VOLUME, PART, SUBPART, CHAPTER, SECTION, ARTICLE, INSERTED_ARTICLE, STAGE, ANNEX ->
            bare();
      };
    }

    @Override
    public String toString() {
      return occurrence == 1 ? bare() : bare() + "[" + occurrence + "]";
    }

    private String bare() {
      return switch (kind) {
        case BODY -> "正文";
        case VOLUME -> "第" + ChineseNumeral.write(number) + "篇";
        case PART -> "第" + ChineseNumeral.write(number) + "编";
        case SUBPART -> "第" + ChineseNumeral.write(number) + "分编";
        case INSERTED_ARTICLE -> "之" + ChineseNumeral.write(number);
        case CHAPTER -> "第" + ChineseNumeral.write(number) + "章";
        case SECTION -> "第" + ChineseNumeral.write(number) + "节";
        case ARTICLE -> "第" + ChineseNumeral.write(number) + "条";
        case ITEM -> ChineseNumeral.write(number);
        case BRACKETED -> "(" + ChineseNumeral.write(number) + ")";
        case STAGE -> "第" + ChineseNumeral.write(number) + "阶段";
        case NUMBER -> Integer.toString(number);
        case SECOND_NUMBER, THIRD_NUMBER, FOURTH_NUMBER -> "." + number;
        case BRACKETED_NUMBER -> "(" + number + ")";
        case ANNEX -> number == 0 ? "附件" : "附件" + number;
      };
    }
  }
}
