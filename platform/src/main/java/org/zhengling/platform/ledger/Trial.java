package org.zhengling.platform.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.quantity.Money;
import org.zhengling.platform.ledger.Outcome.Reason;
import org.zhengling.platform.ledger.store.Transfers.HoldRow;
import org.zhengling.platform.ledger.store.Transfers.Line;
import org.zhengling.platform.ledger.store.Transfers.Locked;
import org.zhengling.platform.ledger.store.Transfers.Written;

/**
 * Tries entries one after the other against balances that nobody else can change meanwhile. An
 * entry counts whole or not at all, and what it moves counts for the entries after it.
 */
final class Trial {
  private final Map<Long, Locked> accounts;
  private final Map<String, HoldRow> holds;
  private final Map<String, List<Written>> reversible;
  private final LocalDate today;

  private final Map<Long, Long> amounts = new HashMap<>();
  private final Map<String, Long> open = new HashMap<>();
  private final Map<String, String> known;
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param known digest of what is posted already, by key
   * @param reversible lines of the entries that are to be reversed, by key
   */
  Trial(
      Map<Long, Locked> accounts,
      Map<String, HoldRow> holds,
      Map<String, List<Written>> reversible,
      Map<String, String> known,
      LocalDate today) {
    this.accounts = accounts;
    this.holds = new HashMap<>(holds);
    this.reversible = reversible;
    this.known = new HashMap<>(known);
    this.today = today;
    accounts.forEach((id, account) -> amounts.put(id, account.amount()));
    holds.forEach((key, hold) -> open.put(key, hold.open()));
  }

  /** What is to be written for all entries that were posted. */
  List<Line> lines() {
    return lines;
  }

  Outcome run(Entry entry) {
    String digest = entry.digest();
    String before = known.get(entry.key());
    if (before != null) {
      return before.equals(digest)
          ? new Outcome.Posted(entry.key())
          : rejected(entry, Reason.KEY_TAKEN, "这个标识已经记过另一笔，内容不同。请核对后换一个标识再记。");
    }
    Outcome outcome =
        switch (entry) {
          case Entry.Moves one -> moves(one);
          case Entry.Hold one -> hold(one);
          case Entry.Settle one -> settle(one);
          case Entry.Release one -> release(one);
          case Entry.Reverse one -> reverse(one);
        };
    if (outcome instanceof Outcome.Posted) {
      known.put(entry.key(), digest);
    }
    return outcome;
  }

  private Outcome moves(Entry.Moves entry) {
    List<Part> parts =
        entry.moves().stream().map(move -> new Part(move, entry.movement(), null, null)).toList();
    return apply(entry, entry.caseFile(), null, parts);
  }

  private Outcome hold(Entry.Hold entry) {
    Move move = new Move(entry.from(), entry.held(), entry.amount());
    Locked held = accounts.get(entry.held());
    if (held != null && !held.pot().equals(Pot.HELD.name())) {
      return rejected(entry, Reason.NO_ACCOUNT, "占用要记到占用账户。请选同一笔资金的占用账户。");
    }
    Outcome outcome =
        apply(
            entry,
            entry.caseFile(),
            entry.until(),
            List.of(new Part(move, Movement.HOLD, entry.key(), null)));
    if (outcome instanceof Outcome.Posted) {
      holds.put(
          entry.key(),
          new HoldRow(
              entry.key(),
              entry.from(),
              entry.held(),
              entry.amount(),
              entry.until(),
              entry.caseFile()));
      open.put(entry.key(), entry.amount());
    }
    return outcome;
  }

  private Outcome settle(Entry.Settle entry) {
    HoldRow hold = holds.get(entry.hold());
    if (hold == null) {
      return noHold(entry);
    }
    long left = Objects.requireNonNull(open.get(hold.key()));
    if (hold.until().isBefore(today)) {
      return rejected(entry, Reason.NO_HOLD, "这笔占用已在 " + hold.until() + " 到期，不能再支用。请重新占用。");
    }
    if (entry.amount() > left) {
      return rejected(
          entry,
          Reason.HOLD_EXCEEDED,
          "这笔占用还剩 " + new Money(left) + " 元，不够支用 " + new Money(entry.amount()) + " 元。请改数额，或另作占用。");
    }
    return use(entry, hold, new Move(hold.held(), entry.to(), entry.amount()), Movement.SETTLE);
  }

  private Outcome release(Entry.Release entry) {
    HoldRow hold = holds.get(entry.hold());
    if (hold == null) {
      return noHold(entry);
    }
    long left = Objects.requireNonNull(open.get(hold.key()));
    if (left == 0) {
      return rejected(entry, Reason.HOLD_EXCEEDED, "这笔占用已经用完或释放，没有可退的。不用再做什么。");
    }
    Movement movement =
        switch (entry.why()) {
          case RELEASED -> Movement.RELEASE;
          case EXPIRED -> Movement.EXPIRE;
        };
    return use(entry, hold, new Move(hold.held(), hold.from(), left), movement);
  }

  private Outcome use(Entry entry, HoldRow hold, Move move, Movement movement) {
    Outcome outcome =
        apply(entry, hold.caseFile(), null, List.of(new Part(move, movement, hold.key(), null)));
    if (outcome instanceof Outcome.Posted) {
      open.merge(hold.key(), -move.amount(), Math::addExact);
    }
    return outcome;
  }

  private Outcome reverse(Entry.Reverse entry) {
    List<Written> lines = reversible.getOrDefault(entry.entry(), List.of());
    boolean possible =
        !lines.isEmpty() && lines.stream().allMatch(line -> line.hold() == null && line.free());
    boolean again =
        this.lines.stream()
            .anyMatch(line ->
                line.reverses() != null
                    && lines.stream().anyMatch(one -> one.id() == line.reverses()));
    if (!possible || again) {
      return rejected(entry, Reason.NOT_REVERSIBLE, "没有这笔分录，或它已经冲正过、属于占用、本身就是冲正。请回到流水核对。");
    }
    List<Part> parts =
        lines.reversed().stream()
            .map(line ->
                new Part(
                    new Move(line.to(), line.from(), line.amount()),
                    Movement.REVERSAL,
                    null,
                    line.id()))
            .toList();
    return apply(entry, lines.getFirst().caseFile(), null, parts);
  }

  private record Part(
      Move move, Movement movement, @Nullable String hold, @Nullable Long reverses) {}

  /** All parts, or none: amounts are put back where one fails. */
  private Outcome apply(
      Entry entry, @Nullable Long caseFile, @Nullable LocalDate until, List<Part> parts) {
    List<Line> written = new ArrayList<>();
    Map<Long, Long> before = new HashMap<>();
    String digest = entry.digest();
    for (Part part : parts) {
      Move move = part.move();
      Locked from = accounts.get(move.from());
      Locked to = accounts.get(move.to());
      Outcome no = refused(entry, part, from, to);
      if (no != null) {
        amounts.putAll(before);
        return no;
      }
      before.putIfAbsent(move.from(), now(move.from()));
      before.putIfAbsent(move.to(), now(move.to()));
      amounts.merge(move.from(), -move.amount(), Math::addExact);
      amounts.merge(move.to(), move.amount(), Math::addExact);
      written.add(
          new Line(
              entry.key(),
              written.size() + 1,
              digest,
              part.movement(),
              move.from(),
              move.to(),
              move.amount(),
              now(move.from()),
              now(move.to()),
              entry.about(),
              caseFile,
              part.hold(),
              until,
              part.reverses()));
    }
    lines.addAll(written);
    return new Outcome.Posted(entry.key());
  }

  private @Nullable Outcome refused(
      Entry entry, Part part, @Nullable Locked from, @Nullable Locked to) {
    Move move = part.move();
    if (from == null || to == null) {
      return rejected(entry, Reason.NO_ACCOUNT, "没有这个账户，或它不在您的区划内。请从账户清单里重新选。");
    }
    if (!from.asset().equals(to.asset())) {
      return rejected(entry, Reason.OTHER_ASSET, "两个账户记的不是同一种东西。请选同一种的账户。");
    }
    if (goesAroundAHold(part, from, to)) {
      return rejected(entry, Reason.NO_HOLD, "占用的钱只能凭占用支用或释放。请写明是哪一笔占用。");
    }
    long left = Math.subtractExact(now(move.from()), move.amount());
    if (from.floor() != null && left < from.floor()) {
      return rejected(
          entry,
          Reason.OVERDRAWN,
          "账户余额 "
              + new Money(now(move.from()))
              + " 元，不够支出 "
              + new Money(move.amount())
              + " 元。请先补足资金，再记这一笔。");
    }
    return null;
  }

  private static boolean goesAroundAHold(Part part, Locked from, Locked to) {
    boolean out = from.pot().equals(Pot.HELD.name()) && part.hold() == null;
    boolean in = to.pot().equals(Pot.HELD.name()) && part.movement() != Movement.HOLD;
    return out || in;
  }

  private long now(long account) {
    return Objects.requireNonNull(amounts.get(account));
  }

  private static Outcome noHold(Entry entry) {
    return rejected(entry, Reason.NO_HOLD, "没有这笔占用，或它不在您的区划内。请回到占用清单核对。");
  }

  private static Outcome rejected(Entry entry, Reason reason, String said) {
    return new Outcome.Rejected(entry.key(), reason, said);
  }
}
