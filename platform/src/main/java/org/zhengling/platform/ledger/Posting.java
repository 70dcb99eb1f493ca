package org.zhengling.platform.ledger;

import java.util.List;

/**
 * Entries that are given at once. An entry that cannot be posted is rejected alone.
 *
 * @param key makes it happen once
 * @param about what for, Chinese, at most 300 characters
 */
public record Posting(String key, String about, List<Entry> entries) {
  public Posting {
    entries = List.copyOf(entries);
    if (key.isBlank() || key.length() > 200 || about.isBlank() || about.length() > 300) {
      throw new IllegalArgumentException("A posting needs a key and a text: " + key);
    }
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("A posting without entries: " + key);
    }
  }

  /** Digest of all entries in their order, 64 hexadecimal characters. */
  String digest() {
    StringBuilder all = new StringBuilder(about).append('\n');
    entries.forEach(entry -> all.append(entry.content()).append('\n'));
    return org.zhengling.platform.keys.Sm3.hex(all.toString());
  }
}
