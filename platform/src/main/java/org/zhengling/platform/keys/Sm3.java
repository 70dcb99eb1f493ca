package org.zhengling.platform.keys;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM3 (GB/T 32905): the digest of everything that must be recognised unchanged. 32 bytes. */
public final class Sm3 {
  public static final int BYTES = 32;

  private Sm3() {}

  /** Digest of the parts, one after the other. */
  public static byte[] of(byte[]... parts) {
    SM3Digest digest = new SM3Digest();
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] result = new byte[BYTES];
    digest.doFinal(result, 0);
    return result;
  }

  /** Digest of a text in UTF-8, as 64 hexadecimal characters. */
  public static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Digest of bytes, as 64 hexadecimal characters. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  /** HMAC with SM3. */
  static byte[] keyed(byte[] key, byte[]... parts) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(key));
    for (byte[] part : parts) {
      mac.update(part, 0, part.length);
    }
    byte[] result = new byte[BYTES];
    mac.doFinal(result, 0);
    return result;
  }
}
