package org.zhengling.platform.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.keys.Sm3;

/**
 * What is posted whole or not at all. Its key makes it happen once: the same key with the same
 * content is answered as before, with another content it is rejected. Keys have 1 to 200
 * characters, a text 1 to 300.
 */
public sealed interface Entry {
  String key();

  String about();

  /** Everything that makes it what it is, as one line. */
  String content();

  default String digest() {
    return Sm3.hex(content());
  }

  /** Moves that belong together. */
  record Moves(
      String key, Movement movement, String about, @Nullable Long caseFile, List<Move> moves)
      implements Entry {
    public Moves {
      check(key, about);
      moves = List.copyOf(moves);
      if (moves.isEmpty()) {
        throw new IllegalArgumentException("An entry moves nothing: " + key);
      }
      boolean own =
          switch (movement) {
            case HOLD, SETTLE, RELEASE, EXPIRE, REVERSAL -> false;
            case APPROPRIATE, ALLOT, PAYMENT, PAID, RETURN, REPLENISH, CARRY_OVER -> true;
          };
      if (!own) {
        throw new IllegalArgumentException(movement + " has an entry of its own: " + key);
      }
    }

    @Override
    public String content() {
      return line(key, movement, about, caseFile, moves);
    }
  }

  /**
   * Sets money aside; the key names the hold from then on.
   *
   * @param until last day on which it may be settled
   */
  record Hold(
      String key,
      String about,
      @Nullable Long caseFile,
      long from,
      long held,
      long amount,
      LocalDate until)
      implements Entry {
    public Hold {
      check(key, about);
    }

    @Override
    public String content() {
      return line(key, Movement.HOLD, about, caseFile, from, held, amount, until);
    }
  }

  /** Pays from a hold, once or in parts; never more than it still holds. */
  record Settle(String key, String about, String hold, long to, long amount) implements Entry {
    public Settle {
      check(key, about);
    }

    @Override
    public String content() {
      return line(key, Movement.SETTLE, about, hold, to, amount);
    }
  }

  /** Gives back what a hold still holds. */
  record Release(String key, String about, String hold, Why why) implements Entry {
    public Release {
      check(key, about);
    }

    /** Why it is given back. */
    public enum Why {
      RELEASED,
      EXPIRED
    }

    @Override
    public String content() {
      return line(key, why, about, hold);
    }
  }

  /**
   * Undoes an entry by moving everything back; once. What belongs to a hold is released instead.
   */
  record Reverse(String key, String about, String entry) implements Entry {
    public Reverse {
      check(key, about);
    }

    @Override
    public String content() {
      return line(key, Movement.REVERSAL, about, entry);
    }
  }

  private static void check(String key, String about) {
    if (key.isBlank() || key.length() > 200 || about.isBlank() || about.length() > 300) {
      throw new IllegalArgumentException("An entry needs a key and a text: " + key);
    }
  }

  private static String line(@Nullable Object... parts) {
    StringBuilder line = new StringBuilder();
    for (Object part : parts) {
      line.append(String.valueOf(part).replace("\\", "\\\\").replace("\t", "\\t")).append('\t');
    }
    return line.toString();
  }
}
