package org.zhengling.engine.law;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengling.engine.law.ClausePath.Kind;
import org.zhengling.engine.law.ClausePath.Segment;

/** Takes a printed clause path apart, segment by segment from the left. */
final class ClausePathGrammar {
  private static final String NUMERAL = "[零一二三四五六七八九十百千]{1,8}";
  private static final Pattern SEGMENT =
      Pattern.compile(
          "(?:(?<body>正文)|附件(?<annex>[0-9]{0,4})|第(?<ordinal>"
              + NUMERAL
              + ")(?<unit>篇|编|分编|章|节|条|阶段)|之(?<inserted>"
              + NUMERAL
              + ")|\\((?<bracketed>"
              + NUMERAL
              + ")\\)|\\((?<bracketedNumber>[0-9]{1,4})\\)|(?<item>"
              + NUMERAL
              + ")|(?<number>[0-9]{1,4})|\\.(?<decimal>[0-9]{1,4}))(?:\\[(?<occurrence>[0-9]{1,8})])?"
              + " ?");

  private ClausePathGrammar() {}

  static List<Segment> segments(String text) {
    List<Segment> segments = new ArrayList<>();
    Matcher matcher = SEGMENT.matcher(text);
    int end = 0;
    while (end < text.length()) {
      matcher.region(end, text.length());
      if (!matcher.lookingAt()) {
        throw refused(text);
      }
      segments.add(
          matcher.group("decimal") == null
              ? segment(matcher, text)
              : decimal(segments.isEmpty() ? Kind.BODY : segments.getLast().kind(), matcher, text));
      end = matcher.end();
    }
    requireDescent(segments, text);
    return List.copyOf(segments);
  }

  private static Segment segment(Matcher matcher, String text) {
    String times = matcher.group("occurrence");
    int occurrence = times == null ? 1 : Integer.parseInt(times);
    if (matcher.group("body") != null) {
      return new Segment(Kind.BODY, 0, occurrence);
    }
    String annex = matcher.group("annex");
    if (annex != null) {
      return new Segment(Kind.ANNEX, annex.isEmpty() ? 0 : Integer.parseInt(annex), occurrence);
    }
    String ordinal = matcher.group("ordinal");
    if (ordinal != null) {
      Kind kind =
          switch (matcher.group("unit")) {
            case "篇" -> Kind.VOLUME;
            case "编" -> Kind.PART;
            case "分编" -> Kind.SUBPART;
            case "章" -> Kind.CHAPTER;
            case "节" -> Kind.SECTION;
            case "条" -> Kind.ARTICLE;
            default -> Kind.STAGE;
          };
      return new Segment(kind, numeral(ordinal, text), occurrence);
    }
    String inserted = matcher.group("inserted");
    if (inserted != null) {
      return new Segment(Kind.INSERTED_ARTICLE, numeral(inserted, text), occurrence);
    }
    String bracketed = matcher.group("bracketed");
    if (bracketed != null) {
      return new Segment(Kind.BRACKETED, numeral(bracketed, text), occurrence);
    }
    String item = matcher.group("item");
    if (item != null) {
      return new Segment(Kind.ITEM, numeral(item, text), occurrence);
    }
    String bracketedNumber = matcher.group("bracketedNumber");
    if (bracketedNumber != null) {
      return new Segment(Kind.BRACKETED_NUMBER, Integer.parseInt(bracketedNumber), occurrence);
    }
    return new Segment(Kind.NUMBER, Integer.parseInt(matcher.group("number")), occurrence);
  }

  /** .1 behind a number: how deep it is depends on what it stands behind. */
  private static Segment decimal(Kind above, Matcher matcher, String text) {
    Kind kind =
        switch (above) {
          case NUMBER -> Kind.SECOND_NUMBER;
          case SECOND_NUMBER -> Kind.THIRD_NUMBER;
          case THIRD_NUMBER -> Kind.FOURTH_NUMBER;
          case BODY,
              VOLUME,
              PART,
              SUBPART,
              CHAPTER,
              SECTION,
              ARTICLE,
              INSERTED_ARTICLE,
              ITEM,
              BRACKETED,
              STAGE,
              FOURTH_NUMBER,
              BRACKETED_NUMBER,
              ANNEX ->
              throw refused(text);
        };
    String times = matcher.group("occurrence");
    return new Segment(
        kind,
        Integer.parseInt(matcher.group("decimal")),
        times == null ? 1 : Integer.parseInt(times));
  }

  private static int numeral(String numeral, String text) {
    return ChineseNumeral.parse(numeral).orElseThrow(() -> refused(text));
  }

  private static void requireDescent(List<Segment> segments, String text) {
    if (segments.isEmpty() || segments.getFirst().kind() == Kind.INSERTED_ARTICLE) {
      throw refused(text);
    }
    for (int i = 1; i < segments.size(); i++) {
      Kind above = segments.get(i - 1).kind();
      Kind below = segments.get(i).kind();
      boolean insideAnnex =
          i == 1 && above == Kind.ANNEX && below != Kind.ANNEX && below != Kind.INSERTED_ARTICLE;
      boolean deeper = below.compareTo(above) > 0 && above != Kind.BODY && below != Kind.ANNEX;
      deeper &= below != Kind.INSERTED_ARTICLE || above == Kind.ARTICLE;
      if (!insideAnnex && !deeper) {
        throw refused(text);
      }
    }
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "Not a clause path: \"" + text + "\"; one looks like 二(二)6, 三 第一阶段 or 附件");
  }
}
