package org.zhengling.engine.gazette;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off a line what is no word of it: marks of headings, quotes, lists and bold print, tags and
 * entities of web pages, characters without width. A tag that begins a block begins a line.
 */
final class Markup {
  private static final int LONGEST_TAG = 400;
  private static final Pattern TAG =
      Pattern.compile("</?([A-Za-z][A-Za-z0-9]{0,14})(?:[\\s/][^<>]*)?>");
  private static final Pattern BLOCK =
      Pattern.compile("(?i)p|br|div|tr|li|ul|ol|table|tbody|thead|section|article|h[1-6]|hr|title");
  private static final Pattern HIDDEN = Pattern.compile("(?i)script|style");
  private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,6}|[A-Za-z]{2,8});");
  private static final Map<String, Character> ENTITIES =
      Map.ofEntries(
          Map.entry("nbsp", ' '),
          Map.entry("ensp", ' '),
          Map.entry("emsp", ' '),
          Map.entry("lt", '<'),
          Map.entry("gt", '>'),
          Map.entry("amp", '&'),
          Map.entry("quot", '"'),
          Map.entry("ldquo", '“'),
          Map.entry("rdquo", '”'),
          Map.entry("lsquo", '‘'),
          Map.entry("rsquo", '’'),
          Map.entry("mdash", '—'),
          Map.entry("ndash", '–'),
          Map.entry("hellip", '…'),
          Map.entry("middot", '·'));

  private final int number;
  private final boolean opensPage;
  private final String raw;
  private final List<SourceLine> lines;
  private StringBuilder text = new StringBuilder();
  private Cuts cuts = new Cuts();
  private int column;
  private boolean heading;
  private boolean indented;
  private boolean taken;

  private Markup(int number, boolean opensPage, String raw, List<SourceLine> lines) {
    this.number = number;
    this.opensPage = opensPage;
    this.raw = raw;
    this.lines = lines;
  }

  /** Adds the lines of words that one line of the source holds. */
  static void read(int number, boolean opensPage, String raw, List<SourceLine> lines) {
    new Markup(number, opensPage, raw, lines).read();
  }

  private void read() {
    int at = 0;
    while (at < raw.length()) {
      at = take(at);
    }
    flush();
  }

  /** Takes one character or one mark; returns the offset of the next. */
  private int take(int at) {
    char c = raw.charAt(at);
    if (hasNoWidth(c)) {
      return cut(at, at + 1);
    }
    if (text.isEmpty()) {
      int words = afterMark(at, c);
      if (words > at) {
        return words;
      }
    }
    if (raw.startsWith("**", at)) {
      return cut(at, at + 2);
    }
    if (c == '<') {
      int end = tagEnd(at);
      if (end > at) {
        return end;
      }
    }
    if (c == '&') {
      int end = entityEnd(at);
      if (end > at) {
        return end;
      }
    }
    append(at, c);
    return at + 1;
  }

  /** The offset behind a blank or a mark that may stand before the first word. */
  private int afterMark(int at, char c) {
    if (Words.isBlank(c)) {
      indented = true;
      return at + 1;
    }
    int end = at;
    while (end < raw.length() && raw.charAt(end) == '#') {
      end++;
    }
    heading |= end > at;
    boolean listed =
        "-*•●>".indexOf(c) >= 0 && at + 1 < raw.length() && Words.isBlank(raw.charAt(at + 1));
    return listed ? at + 2 : end;
  }

  private void append(int at, char c) {
    if (text.isEmpty()) {
      column = at + 1;
    }
    text.append(c);
  }

  private int cut(int from, int to) {
    if (!text.isEmpty()) {
      cuts.add(text.length(), to - from);
    }
    return to;
  }

  private int tagEnd(int at) {
    if (raw.startsWith("<!--", at)) {
      int close = raw.indexOf("-->", at);
      return close < 0 || close - at > LONGEST_TAG ? at : cut(at, close + 3);
    }
    Matcher tag = TAG.matcher(raw);
    tag.region(at, Math.min(raw.length(), at + LONGEST_TAG));
    if (!tag.lookingAt()) {
      return at;
    }
    if (BLOCK.matcher(tag.group(1)).matches()) {
      flush();
      return tag.end();
    }
    if (HIDDEN.matcher(tag.group(1)).matches()) {
      int close = raw.indexOf("</" + tag.group(1), tag.end());
      int stop = close < 0 ? -1 : raw.indexOf('>', close);
      return cut(at, stop < 0 ? tag.end() : stop + 1);
    }
    return cut(at, tag.end());
  }

  private int entityEnd(int at) {
    Matcher entity = ENTITY.matcher(raw);
    entity.region(at, Math.min(raw.length(), at + 12));
    if (!entity.lookingAt()) {
      return at;
    }
    String name = entity.group(1);
    boolean coded = name.charAt(0) == '#';
    int code = coded ? Integer.parseInt(name.substring(1)) : ENTITIES.getOrDefault(name, '\0');
    if (code == 0 || code > Character.MAX_VALUE) {
      return at;
    }
    if (!(text.isEmpty() && Words.isBlank((char) code))) {
      append(at, (char) code);
      cuts.add(text.length(), entity.end() - at - 1);
    }
    return entity.end();
  }

  private void flush() {
    int end = text.length();
    while (end > 0 && Words.isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (end > 0) {
      lines.add(
          new SourceLine(
              number,
              column,
              text.substring(0, end),
              cuts,
              heading,
              indented,
              opensPage && !taken));
      taken = true;
    }
    text = new StringBuilder();
    cuts = new Cuts();
    heading = false;
    indented = false;
  }

  private static boolean hasNoWidth(char c) {
    return (c >= '\u200B' && c <= '\u200F')
        || c == '\u2060'
        || c == '\uFEFF'
        || c == '\u00AD'
        || c == '\u0000';
  }
}
