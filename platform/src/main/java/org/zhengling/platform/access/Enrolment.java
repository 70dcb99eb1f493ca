package org.zhengling.platform.access;

/**
 * A second factor about to be set up, for the person's own eyes.
 *
 * @param secret in Base32, for whoever cannot scan
 * @param address what the picture says: {@code otpauth://totp/…}
 */
public record Enrolment(String secret, String address) {
  /** Never prints the secret. */
  @Override
  public String toString() {
    return "enrolment";
  }
}
