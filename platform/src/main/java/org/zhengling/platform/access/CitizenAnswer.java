package org.zhengling.platform.access;

import java.time.Instant;

/** What became of showing a receipt. */
public sealed interface CitizenAnswer {
  /**
   * Let in.
   *
   * @param token for the browser, see {@link SessionCookie}
   */
  record Welcome(String token, Citizen citizen) implements CitizenAnswer {
    /** Never prints the token. */
    @Override
    public String toString() {
      return citizen.toString();
    }
  }

  /** No such receipt, or not its code: the answer does not tell which. */
  record Wrong() implements CitizenAnswer {}

  /** Too many failures for this receipt or from this address. */
  record Paused(Instant until) implements CitizenAnswer {}
}
