package org.zhengling.platform.keys;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 (GB/T 32907) in Galois counter mode: nonce of 12 bytes, tag of 16. */
final class Sm4 {
  static final int KEY_BYTES = 16;
  static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private Sm4() {}

  /** Nonce, cipher text, tag. One nonce serves one text under one key and never a second. */
  static byte[] seal(byte[] key, byte[] nonce, byte[] bound, byte[] plain) {
    try {
      byte[] text = run(true, key, nonce, bound, plain, 0);
      byte[] whole = Arrays.copyOf(nonce, nonce.length + text.length);
      System.arraycopy(text, 0, whole, nonce.length, text.length);
      return whole;
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("Maybe sealing opened: " + plain.length + " bytes", e);
    }
  }

  /** The reverse; a wrong key, other bound data or one changed bit is an exception. */
  static byte[] open(byte[] key, byte[] bound, byte[] sealed) throws InvalidCipherTextException {
    if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new InvalidCipherTextException("too short: " + sealed.length);
    }
    return run(false, key, Arrays.copyOf(sealed, NONCE_BYTES), bound, sealed, NONCE_BYTES);
  }

  private static byte[] run(
      boolean sealing, byte[] key, byte[] nonce, byte[] bound, byte[] input, int from)
      throws InvalidCipherTextException {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, bound));
    byte[] output = new byte[cipher.getOutputSize(input.length - from)];
    int written = cipher.processBytes(input, from, input.length - from, output, 0);
    cipher.doFinal(output, written);
    return output;
  }
}
