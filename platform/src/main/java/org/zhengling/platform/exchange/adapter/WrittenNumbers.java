package org.zhengling.platform.exchange.adapter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.platform.exchange.Enquiry;

/**
 * The ways in which departments write an identity number: 18 characters, with a small x, or the 15
 * digits of before 1999, which stand for births from 1900 to 1999.
 */
public final class WrittenNumbers {
  private static final int OLD_LENGTH = 15;
  private static final int OLD_CENTURY = 19;

  private final Map<String, IdNumber> byText = new HashMap<>();

  /** Every way to write the numbers of these residents. */
  public WrittenNumbers(List<Enquiry.Subject> subjects) {
    for (Enquiry.Subject subject : subjects) {
      for (String text : ways(subject.number())) {
        byText.put(text, subject.number());
      }
    }
  }

  private static List<String> ways(IdNumber number) {
    String text = number.text();
    List<String> ways = new ArrayList<>(List.of(text));
    if (text.endsWith("X")) {
      ways.add(text.toLowerCase(Locale.ROOT));
    }
    if (number.birthDate().getYear() / 100 == OLD_CENTURY) {
      ways.add(text.substring(0, 6) + text.substring(8, 17));
    }
    return ways;
  }

  public String[] texts() {
    return byText.keySet().toArray(String[]::new);
  }

  /** Whose number it is, if it is one of these. */
  public Optional<IdNumber> whose(@Nullable String written) {
    return Optional.ofNullable(written == null ? null : byText.get(written.strip()));
  }

  /** Reads one number in any of these ways. */
  public static Optional<IdNumber> read(String written) {
    String text = written.strip();
    if (text.matches("\\d{" + OLD_LENGTH + "}")) {
      String whole = text.substring(0, 6) + OLD_CENTURY + text.substring(6);
      try {
        return Optional.of(new IdNumber(Long.parseLong(whole)));
      } catch (IllegalArgumentException noSuchDay) {
        return Optional.empty();
      }
    }
    return IdNumber.read(text) instanceof IdNumber number ? Optional.of(number) : Optional.empty();
  }
}
