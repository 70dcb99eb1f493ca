package org.zhengling.platform.keys;

import java.util.Set;

/**
 * Who keeps the master key and works with it. The program never asks for the key itself: a file and
 * the environment hold it in memory, a hardware module keeps it inside. A module of hardware is
 * plugged in as a class of this type in a jar of its own on the class path, named in {@code
 * META-INF/services}; {@code ZL_KEYS_PROVIDER} chooses it by its name.
 */
public interface KeyProvider {
  /** What {@code ZL_KEYS_PROVIDER} says to choose it. */
  String name();

  /** The master key that wraps from now on. */
  String newest();

  /** Every master key that can still unwrap, the newest among them. */
  Set<String> known();

  /**
   * Wraps a data key with the newest master key.
   *
   * @param bound what the data key is for: without the same bytes it does not unwrap
   */
  byte[] wrap(byte[] dataKey, byte[] bound);

  /**
   * The reverse, with the master key that wrapped it; a refusal where that key is not known or does
   * not fit.
   */
  byte[] unwrap(String masterKey, byte[] wrapped, byte[] bound);
}
