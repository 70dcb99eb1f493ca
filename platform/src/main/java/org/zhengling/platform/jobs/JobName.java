package org.zhengling.platform.jobs;

import java.util.regex.Pattern;

/** How jobs are called in the table: short, small, without personal data. */
final class JobName {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{2,59}");

  private JobName() {}

  static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("No name of a job: " + name);
    }
  }
}
