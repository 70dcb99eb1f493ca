package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.ClausePath.Kind;

/**
 * The decimal numbers of one text, 1 总则, 1.1 编制目的, 1.1.1. A line that begins with 1.2亿元 looks the
 * same, so that a number counts only in a text that counts so from 1.1 on, and only as the next
 * one.
 */
final class Decimals {
  private static final int MOST_PARTS = 4;
  private static final int LONGEST_HEADING = 30;
  private static final int GAP = 3;
  private static final List<Kind> KINDS =
      List.of(Kind.NUMBER, Kind.SECOND_NUMBER, Kind.THIRD_NUMBER, Kind.FOURTH_NUMBER);

  private final boolean used;
  private List<Integer> last = List.of();

  private Decimals(boolean used) {
    this.used = used;
  }

  /** For the lines or paragraphs of one text. */
  static Decimals of(List<String> texts) {
    Decimals counted = new Decimals(true);
    int sections = 0;
    boolean begun = false;
    for (String text : texts) {
      List<Integer> parts = counted.next(text);
      if (!parts.isEmpty() && (begun || parts.size() == 1 || parts.equals(List.of(1, 1)))) {
        begun |= parts.equals(List.of(1, 1));
        sections += parts.size() > 1 ? 1 : 0;
        counted.last = parts;
      }
    }
    return new Decimals(begun && sections > 1);
  }

  /** The number that a line begins with, or null; {@link #accept} makes it the last one. */
  @Nullable Marker at(String text) {
    List<Integer> parts = used ? next(text) : List.of();
    return parts.isEmpty()
        ? null
        : new Marker(KINDS.get(parts.size() - 1), 0, parts.getLast(), wordsFrom(text));
  }

  void accept(String text) {
    List<Integer> parts = used ? next(text) : List.of();
    last = parts.isEmpty() ? last : parts;
  }

  /** How the part of a number at an index from the top is called. */
  static Kind kind(int index) {
    return KINDS.get(index);
  }

  /** The number that was accepted last, from the top: 2, 1, 1. */
  List<Integer> last() {
    return last;
  }

  /** The parts of the number at the beginning, when it goes on from the last one; else none. */
  private List<Integer> next(String text) {
    List<Integer> parts = parts(text);
    int words = parts.isEmpty() ? 0 : wordsFrom(text);
    boolean titled = words > 0 && words < text.length() && Words.isHan(text.charAt(words));
    if (!titled || !follows(parts)) {
      return List.of();
    }
    boolean heading =
        text.length() <= LONGEST_HEADING && text.chars().noneMatch(c -> "。；，：".indexOf(c) >= 0);
    boolean apart = Words.isBlank(text.charAt(words - 1));
    return heading || (apart && parts.size() > 1) ? parts : List.of();
  }

  private boolean follows(List<Integer> parts) {
    if (last.isEmpty()) {
      return parts.stream().allMatch(part -> part == 1);
    }
    int shared = 0;
    while (shared < Math.min(parts.size(), last.size())
        && parts.get(shared).equals(last.get(shared))) {
      shared++;
    }
    if (shared == parts.size()) {
      return false;
    }
    int before = shared < last.size() ? last.get(shared) : 0;
    boolean onward = parts.get(shared) > before && parts.get(shared) <= before + GAP;
    return onward && parts.subList(shared + 1, parts.size()).stream().allMatch(part -> part == 1);
  }

  /** 1.1.2 as its parts; none when the text begins otherwise. */
  private static List<Integer> parts(String text) {
    List<Integer> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length() && parts.size() <= MOST_PARTS) {
      int end = at;
      while (end < text.length() && end - at < 3 && isDigit(text.charAt(end))) {
        end++;
      }
      int value = end == at ? 0 : Integer.parseInt(text.substring(at, end));
      if (value == 0 || value > 99) {
        break;
      }
      parts.add(value);
      at = end;
      if (at < text.length() && isPoint(text.charAt(at))) {
        at++;
      } else {
        break;
      }
    }
    return parts.size() > MOST_PARTS ? List.of() : parts;
  }

  /** The offset of the first word behind the number. */
  static int wordsFrom(String text) {
    int at = 0;
    while (at < text.length()
        && (isDigit(text.charAt(at)) || isPoint(text.charAt(at)) || text.charAt(at) == '、')) {
      at++;
    }
    while (at < text.length() && Words.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isPoint(char c) {
    return c == '.' || c == '．';
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }
}
