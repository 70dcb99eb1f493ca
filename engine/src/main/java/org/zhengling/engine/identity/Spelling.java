package org.zhengling.engine.identity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhengling.engine.identity.Identity.Fault;
import org.zhengling.engine.identity.Identity.Invalid;

/**
 * A text as it was typed, cleaned of surrounding white space and with ASCII letters as capitals.
 *
 * @param typed before the letters were made capitals, same length as {@code text}
 */
record Spelling(String typed, String text) {
  static final int LENGTH = 18;

  private static final Map<Character, Character> LOOK_ALIKES =
      Map.of('O', '0', 'I', '1', 'L', '1', 'Z', '2', 'S', '5');
  private static final Pattern LETTER_OF_CODE = Pattern.compile("[A-HJKMNPQRT-Y]");
  private static final Pattern DIGITS_OF_CODE =
      Pattern.compile("9|(?:1[1239]|5[1239]).{4}(?!18|19|20)");

  static Spelling of(String text) {
    String typed = text.strip();
    return new Spelling(typed, upper(typed));
  }

  /** Finds a wrong length first, then the first character that has no business where it stands. */
  Optional<Invalid> fault(String name, Alphabet alphabet, Alphabet lastAlphabet) {
    int length = typed.codePointCount(0, typed.length());
    if (length != LENGTH) {
      boolean gap = typed.chars().anyMatch(Spelling::isSpace);
      return Optional.of(
          new Invalid(
              Fault.LENGTH, "%s应为 18 位，现为 %d 位%s".formatted(name, length, gap ? "，请删去中间的空格" : "")));
    }
    int position = 0;
    for (int index = 0;
        index < text.length();
        index += Character.charCount(typed.codePointAt(index))) {
      position++;
      Alphabet allowed = position == LENGTH ? lastAlphabet : alphabet;
      if (allowed.characters.indexOf(text.codePointAt(index)) < 0) {
        String advice = advice(typed.codePointAt(index), allowed);
        return Optional.of(new Invalid(Fault.FORMAT, "第 " + position + " 位是" + advice));
      }
    }
    return Optional.empty();
  }

  /** The rule is told at {@link Identity#check}. */
  boolean looksLikeCreditCode() {
    String body = text.substring(0, Math.max(0, text.length() - 1));
    return LETTER_OF_CODE.matcher(body).find() || DIGITS_OF_CODE.matcher(asDigits()).lookingAt();
  }

  private String asDigits() {
    var digits = new StringBuilder(text);
    for (int i = 0; i < digits.length(); i++) {
      digits.setCharAt(i, LOOK_ALIKES.getOrDefault(digits.charAt(i), digits.charAt(i)));
    }
    return digits.toString();
  }

  private static String advice(int typed, Alphabet allowed) {
    String shown = Character.toString(typed);
    char capital = upper(shown).charAt(0);
    if (isSpace(typed)) {
      return "空格，请删去";
    }
    if (typed >= '！' && typed <= '～') {
      return "全角字符 %s，请改成半角 %c".formatted(shown, (char) (typed - '！' + '!'));
    }
    if (LOOK_ALIKES.containsKey(capital)) {
      return "字母 %s，请改成数字 %c".formatted(shown, LOOK_ALIKES.get(capital));
    }
    boolean isLetter = capital >= 'A' && capital <= 'Z';
    return (isLetter ? "字母 %s，这里应为%s" : "“%s”，这里应为%s").formatted(shown, allowed.name);
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  /** Only a to z: {@link String#toUpperCase(Locale)} would also turn ß into two letters. */
  private static String upper(String typed) {
    var capitals = new StringBuilder(typed);
    for (int i = 0; i < capitals.length(); i++) {
      char letter = capitals.charAt(i);
      if (letter >= 'a' && letter <= 'z') {
        capitals.setCharAt(i, (char) (letter - 'a' + 'A'));
      }
    }
    return capitals.toString();
  }

  /**
   * The characters that may stand in a place.
   *
   * @param name what they are called in Chinese
   */
  record Alphabet(String characters, String name) {}
}
