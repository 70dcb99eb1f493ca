package org.zhengling.platform.access;

import java.time.Instant;

/**
 * A link that sets one password once.
 *
 * @param token for the address {@code /welcome?token=…}; shown once and kept nowhere
 */
public record OneTimeLink(String token, Instant expiresAt) {
  /** Never prints the token. */
  @Override
  public String toString() {
    return "one-time link until " + expiresAt;
  }
}
