package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ClausePath.Kind;

/**
 * Joins the lines of one document to paragraphs: a page that ends in mid-sentence, in mid-word or
 * inside a bracket goes on with the next line, a numbered clause or a new paragraph does not.
 */
final class Paragraphs {
  private static final int LONGEST_HEADING = 40;
  private static final String NEVER_FIRST = "，。；、）)：”》〉！？,;";

  private final List<SourceLine> lines;
  private final Set<Kind> bareHeadings = EnumSet.noneOf(Kind.class);
  private final boolean indents;
  private final Decimals decimals;
  private final Map<Kind, Integer> lastNumbers = new EnumMap<>(Kind.class);
  private final List<Passage> paragraphs = new ArrayList<>();

  private Paragraphs(List<SourceLine> lines) {
    this.lines = lines;
    this.indents = lines.stream().filter(SourceLine::indented).count() * 2 > lines.size();
    this.decimals = Decimals.of(lines.stream().map(SourceLine::text).toList());
    findBareHeadings();
  }

  static List<Passage> join(List<SourceLine> lines) {
    return new Paragraphs(lines).join();
  }

  private List<Passage> join() {
    Passage.Joiner current = new Passage.Joiner();
    @Nullable SourceLine last = null;
    int open = 0;
    boolean single = true;
    boolean numbered = false;
    for (SourceLine line : lines) {
      if (last != null && !goesOn(last, line, open, single, numbered)) {
        paragraphs.add(current.join());
        current = new Passage.Joiner();
        open = 0;
        single = true;
      } else {
        single = last == null;
      }
      if (single) {
        remember(line, last);
        numbered = decimals.at(line.text()) != null;
        decimals.accept(line.text());
      }
      current.run(line);
      open = Words.openBrackets(line.text(), open);
      last = line;
    }
    if (!current.isEmpty()) {
      paragraphs.add(current.join());
    }
    return paragraphs;
  }

  /** Whether {@code next} belongs to the paragraph of {@code last}, which a decimal may open. */
  private boolean goesOn(
      SourceLine last, SourceLine next, int open, boolean single, boolean numbered) {
    if (last.heading() || next.heading()) {
      return false;
    }
    boolean decimalHeading = single && numbered && looksBare(last.text());
    if (decimalHeading || decimals.at(next.text()) != null) {
      return false;
    }
    if (NEVER_FIRST.indexOf(next.text().charAt(0)) >= 0) {
      return true;
    }
    Marker marker = marker(next, last);
    if (open > 0) {
      return marker == null || !follows(marker);
    }
    if (isComplete(last.text())) {
      return false;
    }
    if (marker != null && (follows(marker) || marker.number() == 1 || isDivision(marker))) {
      return false;
    }
    boolean bareHeading = single && isBareHeading(last);
    return !bareHeading && !(indents && next.indented());
  }

  /**
   * The number that a line begins with. One that its words follow without a blank counts when it is
   * the next of its kind and the line above is complete.
   */
  private @Nullable Marker marker(SourceLine line, @Nullable SourceLine above) {
    Marker marker = Marker.at(line.text(), 0);
    if (marker != null) {
      return marker;
    }
    Marker glued = Marker.glued(line.text());
    boolean stands = above == null || isComplete(above.text()) || isDivision(above);
    return glued != null && stands && follows(glued) ? glued : null;
  }

  /** 第一章…: the heading of a division stands on a line of its own. */
  private static boolean isDivision(SourceLine line) {
    Marker marker = Marker.at(line.text(), 0);
    marker = marker == null ? Marker.glued(line.text()) : marker;
    return marker != null && isDivision(marker) && line.text().length() <= LONGEST_HEADING;
  }

  private static boolean isDivision(Marker marker) {
    return switch (marker.kind()) {
      case VOLUME, PART, SUBPART, CHAPTER, SECTION -> true;
      case BODY,
          ARTICLE,
          INSERTED_ARTICLE,
          ITEM,
          BRACKETED,
          STAGE,
          NUMBER,
          SECOND_NUMBER,
          THIRD_NUMBER,
          FOURTH_NUMBER,
          BRACKETED_NUMBER,
          ANNEX ->
          false;
    };
  }

  private boolean follows(Marker marker) {
    return marker.kind() == Kind.INSERTED_ARTICLE
        ? marker.base() == lastNumbers.getOrDefault(Kind.ARTICLE, 0)
        : marker.number() == lastNumbers.getOrDefault(marker.kind(), 0) + 1;
  }

  private void remember(SourceLine line, @Nullable SourceLine above) {
    Marker marker = marker(line, above);
    if (marker != null) {
      lastNumbers.put(marker.kind(), marker.number());
    }
  }

  private boolean isBareHeading(SourceLine line) {
    Marker marker = Marker.at(line.text(), 0);
    if (isDivision(line)) {
      return true;
    }
    return marker != null && bareHeadings.contains(marker.kind()) && looksBare(line.text());
  }

  /** A kind of number is used for bare headings when most of its lines hold no punctuation. */
  private void findBareHeadings() {
    Map<Kind, Integer> balance = new EnumMap<>(Kind.class);
    for (SourceLine line : lines) {
      Marker marker = Marker.at(line.text(), 0);
      if (marker != null) {
        balance.merge(marker.kind(), looksBare(line.text()) ? 1 : -1, Integer::sum);
      }
    }
    balance.forEach((kind, sum) -> {
      if (sum > 0) {
        bareHeadings.add(kind);
      }
    });
  }

  private static boolean looksBare(String text) {
    if (text.length() > LONGEST_HEADING) {
      return false;
    }
    return text.chars().noneMatch(c -> "。，；：！？".indexOf(c) >= 0);
  }

  /** Whether a line ends a sentence, a list item or a bracket that follows a sentence. */
  static boolean isComplete(String text) {
    int end = text.length() - 1;
    while (end > 0 && "”’》".indexOf(text.charAt(end)) >= 0) {
      end--;
    }
    char last = text.charAt(end);
    if (Words.ends(last)) {
      return true;
    }
    if (!Words.closes(last)) {
      return false;
    }
    int depth = 0;
    for (int i = end; i >= 0; i--) {
      depth += Words.closes(text.charAt(i)) ? 1 : 0;
      depth -= Words.opens(text.charAt(i)) ? 1 : 0;
      if (depth == 0) {
        return i == 0 || Words.ends(text.charAt(i - 1)) || Words.ends(text.charAt(end - 1));
      }
    }
    // The bracket was opened on an earlier page: what ends with it is a note on who is responsible.
    return true;
  }
}
