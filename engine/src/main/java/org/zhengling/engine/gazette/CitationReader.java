package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengling.engine.gazette.OfficialDocument.Citation;

/** Finds the documents that a text cites: 《…》（…号）, a number alone, or a title alone. */
final class CitationReader {
  private static final int LONGEST_TITLE = 200;
  private static final Pattern LEAD_IN =
      Pattern.compile(".*(?:依据|根据|按照|依照|符合|落实|执行|贯彻|遵照|参照|以及|对|和|与|及|按|照|由|将|见)");

  private final String ownTitle;
  private final List<Citation> citations = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> aliases = new HashSet<>();

  CitationReader(String ownTitle) {
    this.ownTitle = ownTitle;
  }

  List<Citation> citations() {
    return citations;
  }

  void read(Passage passage) {
    String text = passage.text();
    Matcher numbers = DocumentNumber.inText(text);
    boolean holdsNumbers =
        text.indexOf('〔') >= 0 || text.indexOf('[') >= 0 || text.indexOf('［') >= 0;
    boolean number = holdsNumbers && numbers.find();
    int at = 0;
    while (true) {
      int open = text.indexOf('《', at);
      while (number && (open < 0 || numbers.start() < open)) {
        if (numbers.start() >= at) {
          addNumber(passage, numbers);
        }
        number = numbers.find();
      }
      if (open < 0) {
        return;
      }
      int close = closing(text, open);
      at = close < 0 ? open + 1 : addTitle(passage, open, close);
    }
  }

  private void addNumber(Passage passage, Matcher numbers) {
    String series = numbers.group(1);
    Matcher leadIn = LEAD_IN.matcher(series);
    int cut = leadIn.lookingAt() ? leadIn.end() : 0;
    String bare = series.length() - cut >= 2 ? series.substring(cut) : series;
    String full = DocumentNumber.of(bare, numbers.group(2), numbers.group(3)).full();
    add("", full, passage.place(numbers.end() - full.length(), numbers.end()));
  }

  /** Returns the offset after the title and its number. */
  private int addTitle(Passage passage, int open, int close) {
    String text = passage.text();
    String title = Words.tidy(text.substring(open + 1, close));
    if (text.startsWith("简称", open - 2) || text.startsWith("简称：", open - 3)) {
      aliases.add(title);
      return close + 1;
    }
    int end = close + 1;
    String number = "";
    if (end < text.length() && Words.opens(text.charAt(end))) {
      int bracket = Words.closing(text, end);
      if (bracket > 0) {
        Matcher matcher = DocumentNumber.inText(text.substring(end, bracket));
        if (matcher.find()) {
          number = DocumentNumber.of(matcher.group(1), matcher.group(2), matcher.group(3)).full();
          end = end + matcher.end();
        }
      }
    }
    boolean cited = !number.isEmpty() || Titles.isTitle(title) || title.endsWith("法");
    if (cited && !aliases.contains(title) && !(number.isEmpty() && ownTitle.contains(title))) {
      add(title, number, passage.place(open, end));
    }
    return end;
  }

  private void add(String title, String number, Place place) {
    boolean isNew = number.isEmpty() ? known.add(title) : known.add(number);
    if (isNew) {
      known.add(title);
      citations.add(new Citation(title, number, place));
    }
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < Math.min(text.length(), open + LONGEST_TITLE); i++) {
      depth += text.charAt(i) == '《' ? 1 : 0;
      depth -= text.charAt(i) == '》' ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
