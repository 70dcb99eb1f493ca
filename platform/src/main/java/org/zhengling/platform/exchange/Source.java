package org.zhengling.platform.exchange;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something a department or a bank knows about residents, as the catalogue lists it (政务信息资源目录).
 *
 * @param periodField field that says to which day or month a record belongs; records outside of the
 *     period asked for are left out; absent where records have no time
 * @param retiredOn first day it is no longer asked; absent while it is in use
 */
public record Source(
    String slug,
    Listing listing,
    Terms terms,
    Limits limits,
    List<Item> items,
    @Nullable String periodField,
    Way way,
    @Nullable LocalDate retiredOn,
    boolean sample) {
  private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  public Source {
    items = List.copyOf(items);
    if (!SLUG.matcher(slug).matches()) {
      throw new IllegalArgumentException("No source: " + slug);
    }
    if (items.isEmpty()
        || items.stream().map(Item::field).distinct().count() != items.size()
        || (periodField != null
            && items.stream().noneMatch(item -> item.field().equals(periodField)))) {
      throw new IllegalArgumentException("Items of " + slug + " are missing or named twice");
    }
  }

  /**
   * How the national form of catalogues describes it.
   *
   * @param department who provides it
   * @param code one digit of class, two of item, three of heading, then details and order
   */
  public record Listing(
      String name,
      String department,
      String code,
      String summary,
      String updateCycle,
      LocalDate publishedOn) {
    private static final Pattern CODE = Pattern.compile("[0-9]{7,30}");

    public Listing {
      if (!CODE.matcher(code).matches()) {
        throw new IllegalArgumentException("No code of a catalogue: " + code);
      }
    }
  }

  /**
   * On what terms it is shared.
   *
   * @param condition under what condition it is shared; empty where there is none
   */
  public record Terms(Sharing sharing, String condition, Consent consent, Timing timing) {}

  /**
   * How long and how often it is asked, and how old its data may be.
   *
   * @param freshDays data older than this are stale
   * @param answer how long one try may take
   * @param retries further tries, at most
   * @param opensAfter failures in a row after which it is left alone
   * @param rest how long it is left alone before one call tries it again
   */
  public record Limits(int freshDays, Duration answer, int retries, int opensAfter, Duration rest) {
    public Limits {
      if (freshDays < 0 || retries < 0 || opensAfter < 1 || !answer.isPositive()) {
        throw new IllegalArgumentException("No limits: " + answer + ", " + retries);
      }
    }
  }

  /** 共享类型. */
  public enum Sharing {
    UNCONDITIONAL("无条件共享"),
    CONDITIONAL("有条件共享"),
    WITHHELD("不予共享");

    private final String chinese;

    Sharing(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** Whether the resident's authorisation is needed. */
  public enum Consent {
    REQUIRED("须经本人授权"),
    BY_LAW("依法查询，不须授权");

    private final String chinese;

    Consent(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** When it answers. */
  public enum Timing {
    REAL_TIME("实时"),
    BATCH("批量");

    private final String chinese;

    Timing(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }
}
