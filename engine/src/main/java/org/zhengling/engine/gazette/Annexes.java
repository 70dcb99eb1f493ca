package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.Body.NamedAnnex;
import org.zhengling.engine.law.ClausePath.Kind;

/** The annexes that a document names: 附件：1.河道名录 2.巡查表, over any number of lines. */
final class Annexes {
  private static final int LONGEST_ENTRY = 160;

  private final List<NamedAnnex> named = new ArrayList<>();
  private final Map<String, NamedAnnex> byTitle = new HashMap<>();

  /** The number and title that open an annex on one line. */
  record Titled(int number, String title) {}

  static @Nullable Titled titled(SourceLine line) {
    Matcher annex = LineShape.titledAnnex(line);
    return annex == null
        ? null
        : new Titled(Integer.parseInt(annex.group(1)), Words.tidy(annex.group(2)));
  }

  List<NamedAnnex> named() {
    return List.copyOf(named);
  }

  @Nullable NamedAnnex find(CharSequence title) {
    return byTitle.get(title.toString());
  }

  /** Takes a list that opens here; returns the index after it, the same index when none does. */
  int takeList(List<SourceLine> lines, int at, boolean signed) {
    SourceLine line = lines.get(at);
    String first = LineShape.annexList(line);
    Titled titled = first == null && !signed ? titled(line) : null;
    if (titled != null) {
      name(titled.number(), titled.title(), line);
      return at + 1;
    }
    if (first == null) {
      boolean opens = LineShape.annexHead(line) == 0 && !signed && isListed(lines, at + 1, 1);
      return opens ? takeRest(lines, at + 1) : at;
    }
    // The heading of a printed annex looks the same: 附件：河道名录 below the signature.
    if (signed && find(Words.tidy(first)) != null) {
      return at;
    }
    add(line, first);
    return takeRest(lines, at + 1);
  }

  private int takeRest(List<SourceLine> lines, int from) {
    int next = from;
    while (next < lines.size()) {
      if (isListed(lines, next, named.size() + 1)) {
        add(lines.get(next), lines.get(next).text());
        next++;
      } else if (isListed(lines, next + 1, named.size() + 1) && isRest(lines.get(next))) {
        next++;
      } else {
        break;
      }
    }
    return next;
  }

  private static boolean isRest(SourceLine line) {
    return line.text().length() <= 40
        && line.text().indexOf('。') < 0
        && LineShape.date(line) == null
        && LineShape.annexHead(line) < 0;
  }

  private static boolean isListed(List<SourceLine> lines, int at, int number) {
    if (at >= lines.size()) {
      return false;
    }
    SourceLine line = lines.get(at);
    Marker marker = Marker.at(line.text(), 0);
    return marker != null
        && marker.number() == number
        && line.text().length() <= LONGEST_ENTRY
        && line.text().indexOf('。') < 0;
  }

  /** One line may name several annexes: 1.河道名录　2.巡查表. */
  private void add(SourceLine line, String words) {
    int from = 0;
    while (from < words.length()) {
      Marker marker = Marker.at(words, from);
      int start = marker == null ? from : marker.end();
      int end = nextEntry(words, start, marker);
      String title = Words.tidy(words.substring(start, end));
      while (!title.isEmpty() && "；;。，".indexOf(title.charAt(title.length() - 1)) >= 0) {
        title = title.substring(0, title.length() - 1);
      }
      if (!title.isEmpty()) {
        name(marker == null ? 0 : marker.number(), title, line);
      }
      from = end;
    }
  }

  private void name(int number, String title, SourceLine line) {
    NamedAnnex annex = new NamedAnnex(number, title, Passage.of(line));
    named.add(annex);
    byTitle.putIfAbsent(title, annex);
  }

  private static int nextEntry(String words, int from, @Nullable Marker before) {
    if (before == null || before.kind() != Kind.NUMBER) {
      return words.length();
    }
    for (int i = from + 1; i < words.length(); i++) {
      char above = words.charAt(i - 1);
      if (Words.isBlank(above) || above == '；' || above == ';') {
        Marker marker = Marker.at(words, i);
        if (marker != null
            && marker.kind() == Kind.NUMBER
            && marker.number() == before.number() + 1) {
          return i;
        }
      }
    }
    return words.length();
  }
}
