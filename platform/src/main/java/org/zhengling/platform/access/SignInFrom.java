package org.zhengling.platform.access;

import java.util.Locale;

/**
 * Where a sign-in comes from.
 *
 * @param address of the network, as the server sees it
 * @param device what browser on what system, in words; at most 60 characters
 */
public record SignInFrom(String address, String device) {
  private static final int LONGEST = 60;

  public SignInFrom {
    device = device.length() > LONGEST ? device.substring(0, LONGEST) : device;
  }

  /**
   * What counts as one place: an IPv4 address, or the first half of an IPv6 address, because
   * whoever has one of the latter has all that begin alike.
   */
  String place() {
    String text = address.toLowerCase(Locale.ROOT);
    if (!text.contains(":") || text.contains(".")) {
      return text;
    }
    String[] halves = text.replaceFirst("[%/].*", "").split("::", -1);
    StringBuilder first = new StringBuilder();
    String[] groups = halves[0].isEmpty() ? new String[0] : halves[0].split(":", -1);
    for (int i = 0; i < 4; i++) {
      first.append(i < groups.length ? groups[i] : "0").append(':');
    }
    return first.toString();
  }
}
