package org.zhengling.platform.clauses.draft;

import java.util.HashSet;
import java.util.Set;
import org.zhengling.engine.law.ClausePath;

/** Gives what hangs on a clause its published id: document, clause, mark and number. */
final class Numbering {
  private final String readNumber;
  private final OfficialKey key;
  private final Set<String> given = new HashSet<>();

  /** The number as read and the key of the document as it would be published. */
  record OfficialKey(String number, String key) {}

  Numbering(String readNumber, OfficialKey key) {
    this.readNumber = readNumber;
    this.key = key;
  }

  /** The id of the reader, unless its document or its clause has moved. */
  String of(String readId, ClausePath read, ClausePath now) {
    boolean stays = read.equals(now) && readNumber.equals(key.number()) && given.add(readId);
    if (stays) {
      return readId;
    }
    String suffix = readId.substring(readId.lastIndexOf(' ') + 1);
    return free(now, suffix.isEmpty() ? "#" : suffix.substring(0, 1));
  }

  /** The next id in a clause. */
  String free(ClausePath clause, String mark) {
    int n = 1;
    while (!given.add(key.key() + " " + clause.text() + " " + mark + n)) {
      n++;
    }
    return key.key() + " " + clause.text() + " " + mark + n;
  }

  /** An id that says itself where it comes from. */
  String own(ClausePath clause, String suffix) {
    String id = key.key() + " " + clause.text() + " " + suffix;
    String free = id;
    for (int i = 2; !given.add(free); i++) {
      free = id + "-" + i;
    }
    return free;
  }
}
