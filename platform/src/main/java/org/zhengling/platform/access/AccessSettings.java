package org.zhengling.platform.access;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.zhengling.engine.Refusal;

/**
 * What a city may set about signing in, each with a safe default.
 *
 * @param idle a session that nobody used for so long is over
 * @param longest a session is over after so long in any case
 * @param secondFactor who must confirm with a second factor
 */
public record AccessSettings(Duration idle, Duration longest, SecondFactorFor secondFactor) {
  private static final String IDLE = "zl.session.idle";
  private static final String LONGEST = "zl.session.longest";
  private static final String SECOND_FACTOR = "zl.second-factor.required";

  /** Who must have a second factor; everybody may. */
  public enum SecondFactorFor {
    NOBODY,
    ADMINISTRATORS,
    EVERYBODY
  }

  public AccessSettings {
    if (!idle.isPositive() || idle.compareTo(longest) > 0) {
      throw unusable(IDLE, idle + " / " + longest, "30m 和 10h 这样的时长，前者不长于后者");
    }
  }

  static AccessSettings of(Environment environment) {
    return new AccessSettings(
        duration(environment, IDLE, "30m"),
        duration(environment, LONGEST, "10h"),
        required(environment.getProperty(SECOND_FACTOR, "administrators")));
  }

  private static Duration duration(Environment environment, String name, String usual) {
    String text = environment.getProperty(name, usual);
    try {
      return DurationStyle.detectAndParse(text);
    } catch (IllegalArgumentException e) {
      throw unusable(name, text, "30m、10h 这样的时长");
    }
  }

  private static SecondFactorFor required(String text) {
    for (SecondFactorFor one : SecondFactorFor.values()) {
      if (one.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
        return one;
      }
    }
    throw unusable(SECOND_FACTOR, text, "administrators、everybody 或 nobody");
  }

  private static Refusal unusable(String name, String value, String good) {
    return new Refusal(
        Refusal.Kind.OUTSIDE, "没有启动。设置 " + name + " 的值“" + value + "”不能用。", "请改成" + good + "，再启动。");
  }

  boolean demandSecondFactor(List<Post> held) {
    return switch (secondFactor) {
      case NOBODY -> false;
      case ADMINISTRATORS -> held.stream().anyMatch(post -> post.kind().administers());
      case EVERYBODY -> true;
    };
  }
}
