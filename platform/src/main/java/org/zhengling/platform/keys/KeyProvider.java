package org.zhengling.platform.keys;

import java.util.Set;
import org.zhengling.engine.Refusal;

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

  /** Adds a master key that wraps from now on; refused where keys are given from outside. */
  default void add() {
    throw givenFromOutside();
  }

  /**
   * Forgets master keys that wrap nothing any more, never the newest; answers which.
   *
   * @param inUse those that still wrap something
   */
  default Set<String> forget(Set<String> inUse) {
    throw givenFromOutside();
  }

  private Refusal givenFromOutside() {
    return new Refusal(
        Refusal.Kind.CALLER,
        "没有更换。主密钥由 " + name() + " 给出，程序不能自己加或去掉。",
        "密钥没有动。",
        "请把新的主密钥加在 ZL_KEYS 最后（或设备里），再执行 ./zl keys rotate 换包；列表里不再出现的旧主密钥可以去掉。");
  }
}
