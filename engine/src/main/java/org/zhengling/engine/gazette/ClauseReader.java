package org.zhengling.engine.gazette;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ChineseNumeral;
import org.zhengling.engine.law.ClausePath;
import org.zhengling.engine.law.ClausePath.Kind;
import org.zhengling.engine.law.ClausePath.Segment;

/**
 * Builds the clause tree of one document from its paragraphs. A clause opens with a number at the
 * beginning of a paragraph, or within one where the next expected number follows a full stop.
 */
final class ClauseReader {
  private static final int LONGEST_HEADING = 36;
  private static final int LONGEST_LONE_HEADING = 26;
  private static final int LONGEST_INLINE_HEADING = 40;
  private static final int INLINE = 20;
  private static final int GAP = 20;
  private static final int AGAIN = 25;
  private static final int GLUED = 10;

  private final List<ClauseDraft> clauses = new ArrayList<>();
  private final Map<String, Integer> uses = new HashMap<>();
  private final Map<Kind, Integer> lastNumbers = new EnumMap<>(Kind.class);
  private final Deque<ClauseDraft> open = new ArrayDeque<>();
  private Decimals decimals = Decimals.of(List.of());
  private @Nullable ClauseDraft annex;
  private @Nullable ClauseDraft body;

  /** Reads the paragraphs of the document itself. */
  void read(List<Passage> paragraphs) {
    decimals = Decimals.of(paragraphs.stream().map(Passage::text).toList());
    paragraphs.forEach(this::readParagraph);
  }

  /** Reads the paragraphs of a printed annex. */
  void readAnnex(int number, String title, List<Passage> paragraphs) {
    if (paragraphs.isEmpty()) {
      return;
    }
    ClausePath path = ClausePath.of(Kind.ANNEX, number);
    annex =
        clauses.stream()
            .filter(clause -> clause.path().equals(path))
            .findFirst()
            .orElseGet(() -> openAnnex(number, title, paragraphs.getFirst().slice(0, 1)));
    open.clear();
    lastNumbers.clear();
    body = null;
    decimals = Decimals.of(paragraphs.stream().map(Passage::text).toList());
    paragraphs.forEach(this::readParagraph);
  }

  /** Adds the clause of an annex that the document names. */
  ClauseDraft openAnnex(int number, String title, Passage words) {
    ClauseDraft named =
        new ClauseDraft(
            ClausePath.of(List.of(segment("", Kind.ANNEX, number))),
            Kind.ANNEX,
            number,
            null,
            words,
            title,
            0);
    clauses.add(named);
    return named;
  }

  List<ClauseDraft> clauses() {
    return clauses;
  }

  private void readParagraph(Passage paragraph) {
    String text = paragraph.text();
    int from = 0;
    @Nullable Marker marker = first(paragraph);
    while (from < text.length()) {
      @Nullable ClauseDraft clause = marker == null ? null : openClause(marker, paragraph, from);
      int words = marker == null ? from : marker.end();
      int next = nextInline(text, Math.max(words, from + 1), clause);
      if (clause == null) {
        currentClause(paragraph).add(paragraph.slice(words, next));
      } else {
        clauses.add(place(clause, paragraph, from, words, next));
      }
      from = next;
      marker = Marker.at(text, from);
    }
  }

  /** The marker of a paragraph; one without a blank behind it has to be the expected article. */
  private @Nullable Marker first(Passage paragraph) {
    String text = paragraph.text();
    Marker decimal = decimals.at(text);
    if (decimal != null) {
      decimals.accept(text);
      return decimal;
    }
    Marker marker = Marker.at(text, 0);
    if (marker != null) {
      return marker;
    }
    OptionalInt bare =
        paragraph.startsAsHeading() ? ChineseNumeral.parse(text) : OptionalInt.empty();
    if (bare.isPresent()) {
      return new Marker(Kind.ITEM, 0, bare.getAsInt(), text.length());
    }
    Marker glued = Marker.glued(text);
    return glued != null && glued.number() == lastNumbers.getOrDefault(glued.kind(), 0) + 1
        ? glued
        : null;
  }

  /** A clause that so far has only its place in the tree. */
  private ClauseDraft openClause(Marker marker, Passage paragraph, int from) {
    while (!open.isEmpty() && open.peek().kind().compareTo(marker.kind()) >= 0) {
      open.pop();
    }
    @Nullable ClauseDraft parent = parentFor(marker);
    List<Segment> segments = new ArrayList<>();
    if (parent != null) {
      segments.addAll(parent.path().segments());
    }
    if (marker.base() > 0 && !stands(parent, marker)) {
      segments.add(new Segment(Kind.ARTICLE, marker.base(), 1));
    }
    if (marker.kind().isDecimal()) {
      numberFromTop(segments);
    }
    String above = segments.isEmpty() ? "" : ClausePath.of(segments).text();
    Segment segment = segment(above, marker.kind(), marker.number());
    segments.add(segment);
    int doubt = doubt(marker, segment, paragraph, from);
    lastNumbers.put(marker.kind(), marker.number());
    return new ClauseDraft(
        ClausePath.of(segments), marker.kind(), marker.number(), parent, paragraph, "", doubt);
  }

  /** The path of 2.1.1 has 2 and .1 above it, whether or not they were printed as headings. */
  private void numberFromTop(List<Segment> segments) {
    List<Integer> parts = decimals.last();
    List<Segment> own = new ArrayList<>();
    for (int i = 0; i < parts.size() - 1; i++) {
      own.add(new Segment(Decimals.kind(i), parts.get(i), 1));
    }
    int first = segments.size();
    while (first > 0 && segments.get(first - 1).kind().compareTo(Kind.NUMBER) >= 0) {
      first--;
      if (segments.get(first).kind() == Kind.ANNEX) {
        first++;
        break;
      }
    }
    List<Integer> above =
        segments.subList(first, segments.size()).stream().map(Segment::number).toList();
    if (!above.equals(parts.subList(0, parts.size() - 1))) {
      segments.subList(first, segments.size()).clear();
      segments.addAll(own);
    }
  }

  private int doubt(Marker marker, Segment segment, Passage paragraph, int from) {
    int before = lastNumbers.getOrDefault(marker.kind(), 0);
    boolean counts = marker.number() == 1 || marker.number() == before + 1 || marker.base() > 0;
    boolean decimal = !decimals.last().isEmpty() && decimals.last().getLast() == marker.number();
    boolean glued = from == 0 && !decimal && Marker.at(paragraph.text(), 0) == null;
    return (from > 0 ? INLINE : 0)
        + (counts ? 0 : GAP)
        + (segment.occurrence() > 1 ? AGAIN : 0)
        + (glued ? GLUED : 0);
  }

  private static boolean stands(@Nullable ClauseDraft parent, Marker marker) {
    return parent != null && parent.kind() == Kind.ARTICLE && parent.number() == marker.base();
  }

  /**
   * An article stands under no chapter: articles are numbered through and cited alone. One that was
   * put in later stands under the article whose number it shares.
   */
  private @Nullable ClauseDraft parentFor(Marker marker) {
    if (marker.kind() == Kind.ARTICLE || open.isEmpty()) {
      return annex;
    }
    ClauseDraft above = open.peek();
    return marker.kind() == Kind.INSERTED_ARTICLE && !stands(above, marker) ? annex : above;
  }

  private Segment segment(String above, Kind kind, int number) {
    int occurrence = uses.merge(above + " " + kind + " " + number, 1, Integer::sum);
    return new Segment(kind, number, occurrence);
  }

  /** Gives an opened clause its heading and its first words. */
  private ClauseDraft place(ClauseDraft opened, Passage paragraph, int from, int words, int to) {
    boolean marked = paragraph.startsAsHeading() && to == paragraph.text().length();
    int headingEnd = headingEnd(paragraph.text(), words, to, opened, marked);
    String heading = Words.tidy(paragraph.text().substring(words, headingEnd));
    if (heading.endsWith("。") || heading.endsWith("：") || heading.endsWith(":")) {
      heading = heading.substring(0, heading.length() - 1);
    }
    ClauseDraft clause =
        new ClauseDraft(
            opened.path(),
            opened.kind(),
            opened.number(),
            opened.parent(),
            paragraph.slice(from, Math.max(headingEnd, Math.min(to, from + 1))),
            heading,
            opened.doubt());
    clause.add(paragraph.slice(headingEnd, to));
    open.push(clause);
    return clause;
  }

  private static int headingEnd(String text, int from, int to, ClauseDraft opened, boolean marked) {
    if (opened.kind().compareTo(Kind.ARTICLE) < 0) {
      return to;
    }
    if (opened.isNorm()) {
      return from;
    }
    int stop = sentenceEnd(text, from, to);
    int length = stop - from;
    boolean lone = stop == to;
    long commas = text.substring(from, stop).chars().filter(c -> "，；".indexOf(c) >= 0).count();
    if (lone) {
      boolean short_ = length <= LONGEST_LONE_HEADING && commas == 0;
      return (marked && length <= LONGEST_HEADING) || short_ ? to : from;
    }
    return length <= LONGEST_HEADING && commas <= 1 ? stop : from;
  }

  /** The offset after the first full stop outside brackets. */
  private static int sentenceEnd(String text, int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      depth += Words.opens(c) ? 1 : 0;
      depth -= Words.closes(c) && depth > 0 ? 1 : 0;
      if (c == '。' && depth == 0) {
        return i + 1;
      }
    }
    return to;
  }

  private ClauseDraft currentClause(Passage paragraph) {
    if (!open.isEmpty()) {
      return open.peek();
    }
    if (body == null) {
      String above = annex == null ? "" : annex.path().text();
      Segment segment = segment(above, Kind.BODY, 0);
      ClausePath path =
          annex == null ? ClausePath.of(List.of(segment)) : annex.path().child(segment);
      body = new ClauseDraft(path, Kind.BODY, 0, annex, paragraph.slice(0, 0), "", 0);
      clauses.add(body);
    }
    return body;
  }

  /** The offset of the next clause that opens inside the text, or its end. */
  private int nextInline(String text, int from, @Nullable ClauseDraft opened) {
    boolean headingOnly = opened != null;
    int depth = 0;
    char stop = text.charAt(from - 1);
    for (int i = from; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      stop = Words.isBlank(before) ? stop : before;
      boolean afterStop = depth == 0 && (stop == '。' || Words.closes(stop));
      boolean afterBareHeading =
          headingOnly && Words.isBlank(before) && i - from <= LONGEST_INLINE_HEADING;
      if ((afterStop || afterBareHeading) && opensInline(text, i, opened)) {
        return i;
      }
      char c = text.charAt(i);
      depth += Words.opens(c) ? 1 : 0;
      depth -= Words.closes(c) && depth > 0 ? 1 : 0;
      headingOnly &= "。，；".indexOf(c) < 0;
    }
    return text.length();
  }

  private boolean opensInline(String text, int offset, @Nullable ClauseDraft opened) {
    Marker marker = Marker.at(text, offset);
    if (marker == null || marker.kind().compareTo(Kind.ITEM) < 0) {
      return false;
    }
    int limit = Math.min(text.length(), marker.end() + LONGEST_INLINE_HEADING + 1);
    boolean titled = text.substring(marker.end(), limit).indexOf('。') > 0;
    return titled && marker.number() == expected(marker.kind(), opened);
  }

  private int expected(Kind kind, @Nullable ClauseDraft opened) {
    @Nullable ClauseDraft at = opened == null ? open.peek() : opened;
    while (at != null && at.kind().compareTo(kind) > 0) {
      at = at.parent();
    }
    return at != null && at.kind() == kind ? at.number() + 1 : 1;
  }
}
