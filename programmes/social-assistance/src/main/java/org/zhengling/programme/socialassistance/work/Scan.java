package org.zhengling.programme.socialassistance.work;

/** A file that was brought: the scan of a signed paper, a photo. */
public final class Scan {
  private final String fileName;
  private final byte[] bytes;

  public Scan(String fileName, byte[] bytes) {
    this.fileName = fileName;
    this.bytes = bytes.clone();
  }

  String fileName() {
    return fileName;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** Whether anything was brought. */
  boolean isEmpty() {
    return bytes.length == 0;
  }
}
