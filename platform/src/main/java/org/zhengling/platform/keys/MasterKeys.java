package org.zhengling.platform.keys;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.zhengling.engine.Refusal;

/**
 * Master keys held in memory, by identifier, the newest last. The identifier is the beginning of
 * the key's digest: nobody chooses it, and another key under the same name cannot be.
 */
final class MasterKeys {
  private static final int ID_BYTES = 8;

  /** A repeated pattern of this many bytes or fewer was typed, not drawn. */
  private static final int LONGEST_PATTERN = 8;

  /** Keys that stand in books: GB/T 32907 and its reverse, and counted-up bytes. */
  private static final Set<String> PUBLISHED =
      Set.of(
          "0123456789abcdeffedcba9876543210",
          "fedcba98765432100123456789abcdef",
          "000102030405060708090a0b0c0d0e0f",
          "0102030405060708090a0b0c0d0e0f10",
          "2b7e151628aed2a6abf7158809cf4f3c");

  private final SequencedMap<String, byte[]> keys;

  private MasterKeys(SequencedMap<String, byte[]> keys) {
    this.keys = keys;
  }

  /**
   * Reads keys of 32 hexadecimal characters, separated by commas, spaces or lines, the newest last.
   *
   * @param source what is read, as a sentence names it
   */
  static MasterKeys parse(String text, String source) {
    SequencedMap<String, byte[]> keys = new LinkedHashMap<>();
    for (String word : List.of(text.strip().split("[,\\s]+", -1))) {
      if (!word.matches("[0-9a-fA-F]{32}")) {
        throw refusal(source + "里的密钥读不懂", "一把主密钥是 32 个十六进制字符，多把之间用逗号或换行隔开。");
      }
      byte[] key = HexFormat.of().parseHex(word);
      if (wellKnown(key)) {
        throw refusal(source + "里的密钥是众所周知的或有规律的，等于没有上锁", "请换成随机生成的密钥。");
      }
      keys.put(id(key), key);
    }
    return new MasterKeys(keys);
  }

  /** A new key as it stands in a file. */
  static String drawn(SecureRandom random) {
    byte[] key = new byte[Sm4.KEY_BYTES];
    do {
      random.nextBytes(key);
    } while (wellKnown(key));
    return HexFormat.of().formatHex(key);
  }

  static boolean wellKnown(byte[] key) {
    if (PUBLISHED.contains(HexFormat.of().formatHex(key))) {
      return true;
    }
    for (int length = 1; length <= LONGEST_PATTERN; length++) {
      if (repeats(key, length)) {
        return true;
      }
    }
    return steps(key);
  }

  private static boolean repeats(byte[] key, int length) {
    for (int i = length; i < key.length; i++) {
      if (key[i] != key[i - length]) {
        return false;
      }
    }
    return true;
  }

  /** Every byte as far from the one before: 01 02 03 …, ff fe fd …. */
  private static boolean steps(byte[] key) {
    for (int i = 2; i < key.length; i++) {
      if ((byte) (key[i] - key[i - 1]) != (byte) (key[1] - key[0])) {
        return false;
      }
    }
    return true;
  }

  static String id(byte[] key) {
    return HexFormat.of().formatHex(Arrays.copyOf(Sm3.of(key), ID_BYTES));
  }

  String newest() {
    return keys.lastEntry().getKey();
  }

  Set<String> known() {
    return Set.copyOf(keys.keySet());
  }

  byte[] wrap(byte[] dataKey, byte[] bound, SecureRandom random) {
    byte[] nonce = new byte[Sm4.NONCE_BYTES];
    random.nextBytes(nonce);
    return Sm4.seal(keys.lastEntry().getValue(), nonce, bound, dataKey);
  }

  byte[] unwrap(String id, byte[] wrapped, byte[] bound) {
    byte[] key = keys.get(id);
    if (key == null) {
      throw unknown(id);
    }
    try {
      return Sm4.open(key, bound, wrapped);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("Maybe a row of keys.data_key was changed by hand", e);
    }
  }

  static Refusal unknown(String id) {
    return refusal("没有编号 " + id + " 的主密钥，用它封存的数据打不开", "请把原来的主密钥放回来：数据目录的 keys 文件，或 ZL_KEYS。");
  }

  static Refusal refusal(String happened, String todo) {
    return new Refusal(Refusal.Kind.OUTSIDE, "没有启动。" + happened + "。", "库里的数据没有动。", todo);
  }
}
