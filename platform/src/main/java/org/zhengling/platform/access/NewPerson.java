package org.zhengling.platform.access;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A person about to be entered.
 *
 * @param signInName two to forty small letters, digits, dots, lines
 * @param sample true for invented people of a demonstration
 */
public record NewPerson(String signInName, String name, boolean sample) {
  private static final Pattern SIGN_IN_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
  private static final int LONGEST_NAME = 60;

  public NewPerson {
    signInName = signInName.strip().toLowerCase(Locale.ROOT);
    name = name.strip();
  }

  /** What is wrong, sentence by field, in the order of the form. */
  public Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    if (name.isEmpty()) {
      problems.put("name", "还没有写姓名。");
    } else if (name.length() > LONGEST_NAME) {
      problems.put("name", "姓名有 " + name.length() + " 个字，最多 " + LONGEST_NAME + " 个。");
    }
    if (signInName.isEmpty()) {
      problems.put("signInName", "还没有写用户名。");
    } else if (!SIGN_IN_NAME.matcher(signInName).matches()) {
      problems.put("signInName", "用户名请用 2 到 40 个小写字母、数字、点或横线，以字母或数字开头。");
    }
    return problems;
  }
}
