package org.zhengling.formats.text;

import java.text.Normalizer;

/**
 * Puts a character that only looks like a Chinese one in its usual form. Type setting systems write
 * radicals (⼀ for 一) and compatibility ideographs, and leave marks of no width; a reader would not
 * know 〔2020〕⼀号. Everything else stays, full-width digits too.
 */
final class Letters {
  /** Radicals that Unicode does not map by itself, and what they stand for, at the same places. */
  private static final String RADICALS = "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻥⻦⻧⻨⻩⻬⻮⻰";

  private static final String USUAL = "民西见角贝车长门青韦页风飞食马鱼鸟卤麦黄齐齿龙";

  private Letters() {}

  static String usual(String text) {
    int first = 0;
    while (first < text.length() && !isOdd(text, first)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder usual = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isOdd(text, i)) {
        usual.append(c);
      } else if (!hasNoWidth(c)) {
        int end = Character.isHighSurrogate(c) ? i + 2 : i + 1;
        usual.append(usualOf(text.substring(i, end)));
        i = end - 1;
      }
    }
    return usual.toString();
  }

  private static String usualOf(String letter) {
    int radical = RADICALS.indexOf(letter);
    return radical >= 0
        ? USUAL.substring(radical, radical + 1)
        : Normalizer.normalize(letter, Normalizer.Form.NFKC);
  }

  private static boolean isOdd(String text, int at) {
    char c = text.charAt(at);
    boolean radical = c >= '\u2E80' && c <= '\u2FDF';
    boolean compatible = c >= '\uF900' && c <= '\uFAFF';
    boolean beyond = c == '\uD87E' && at + 1 < text.length();
    return radical || compatible || beyond || hasNoWidth(c);
  }

  private static boolean hasNoWidth(char c) {
    return c == '\u200B' || c == '\u2060' || c == '\uFEFF' || c == '\u00AD';
  }

  /** Whether a character is set in the Chinese square: ideographs and their punctuation. */
  static boolean isSquare(int c) {
    return (c >= 0x2E80 && c <= 0x9FFF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFF01 && c <= 0xFF65)
        || (c >= 0x20000 && c <= 0x3FFFF)
        || "“”‘’…—〔〕".indexOf(c) >= 0;
  }
}
