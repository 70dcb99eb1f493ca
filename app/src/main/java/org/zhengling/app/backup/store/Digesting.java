package org.zhengling.app.backup.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Passes bytes on and takes their SM3 (GB/T 32905) on the way. */
public final class Digesting extends OutputStream {
  private final SM3Digest digest = new SM3Digest();
  private final OutputStream target;
  private long bytes;
  private long lines;

  public Digesting(OutputStream target) {
    this.target = target;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    target.write(buffer, offset, length);
    digest.update(buffer, offset, length);
    bytes += length;
    for (int i = offset; i < offset + length; i++) {
      if (buffer[i] == '\n') {
        lines++;
      }
    }
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }

  public long bytes() {
    return bytes;
  }

  /** A row of a table is one line: line ends inside a value are escaped. */
  public long lines() {
    return lines;
  }

  /** Asked once, at the end. */
  public String sm3() {
    byte[] result = new byte[digest.getDigestSize()];
    digest.doFinal(result, 0);
    return HexFormat.of().formatHex(result);
  }
}
