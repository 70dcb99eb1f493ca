package org.zhengling.platform.audit;

import java.time.Instant;
import java.util.List;

/**
 * What sixteen chains were at one moment, in one digest.
 *
 * @param entries acts recorded until then
 * @param previous digest of the root before it, 64 hexadecimal characters
 * @param ends of the chains in the order of their numbers
 */
public record Root(long number, Instant at, long entries, String previous, List<End> ends) {

  public Root {
    ends = List.copyOf(ends);
  }

  /** How long one chain was, and the digest of its last entry. */
  public record End(int stream, long length, String digest) {}

  /** The bytes whose digest is the root's. */
  public byte[] canonical() {
    Canonical text =
        new Canonical("root 1")
            .add("number", number)
            .add("at", at)
            .add("entries", entries)
            .add("previous", previous);
    for (End end : ends) {
      text.add("stream-" + end.stream(), end.length() + " " + end.digest());
    }
    return text.bytes();
  }
}
