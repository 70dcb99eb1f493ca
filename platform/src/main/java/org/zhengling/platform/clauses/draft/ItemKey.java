package org.zhengling.platform.clauses.draft;

import java.util.Optional;

/**
 * Names an item of a draft for as long as its text exists: by its place in the source, by the id
 * that the reader gave it, or, where a person added it, by {@code +}, its document and a number.
 */
public record ItemKey(ItemKind kind, String id) {
  private static final String ADDED = "+";

  public ItemKey {
    if (id.isBlank()) {
      throw new IllegalArgumentException("Maybe an item lost its place: " + kind);
    }
  }

  /** As an address of a page carries it. */
  public String text() {
    return kind + " " + id;
  }

  /** Reads what {@link #text} wrote; empty for anything else. */
  public static Optional<ItemKey> parse(String text) {
    int blank = text.indexOf(' ');
    for (ItemKind kind : ItemKind.values()) {
      if (blank > 0 && kind.name().equals(text.substring(0, blank))) {
        String id = text.substring(blank + 1);
        return id.isBlank() ? Optional.empty() : Optional.of(new ItemKey(kind, id));
      }
    }
    return Optional.empty();
  }

  /** The key of the n-th item that a person adds to a document. */
  public static ItemKey added(ItemKind kind, ItemKey document, int n) {
    return new ItemKey(kind, ADDED + document.id() + "#" + n);
  }

  /** Whether a person added it to this document. */
  public boolean isAddedTo(ItemKey document) {
    return id.startsWith(ADDED + document.id() + "#");
  }
}
