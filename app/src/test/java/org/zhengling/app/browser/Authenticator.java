package org.zhengling.app.browser;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The telephone of a test: shows the code of a secret, as RFC 6238 says, written a second time. */
public final class Authenticator {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final byte[] secret;

  public Authenticator(String base32) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int bits = 0;
    for (char one : base32.replace(" ", "").toCharArray()) {
      buffer = (buffer << 5) | ALPHABET.indexOf(one);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(buffer >> bits);
      }
    }
    secret = bytes.toByteArray();
  }

  /** The code of now, or of so many steps of thirty seconds later. */
  public String code(int later) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      long step = System.currentTimeMillis() / 30_000 + later;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int from = hash[19] & 15;
      return String.format(
          Locale.ROOT, "%06d", (ByteBuffer.wrap(hash, from, 4).getInt() & 0x7fffffff) % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Maybe this Java has no HMAC-SHA-1", e);
    }
  }
}
