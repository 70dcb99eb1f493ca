package org.zhengling.platform.ledger;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.keys.Keys;
import org.zhengling.platform.keys.Sm3;
import org.zhengling.platform.ledger.ReplyRows.Answer;
import org.zhengling.platform.ledger.store.PaymentViews;
import org.zhengling.platform.ledger.store.Payments;
import org.zhengling.platform.ledger.store.Payments.NewBatch;
import org.zhengling.platform.ledger.store.Payments.PartRow;
import org.zhengling.platform.ledger.store.Payments.PaymentRow;
import org.zhengling.platform.ledger.store.SealedPayees;

/**
 * Pays people through the bank: a list becomes a batch, the batch a file, and the bank's reply is
 * compared with it to the fen. A case is paid once a month.
 */
@Component
public class PaymentBatches {
  private final Ledger ledger;
  private final Accounts accounts;
  private final Payments payments;
  private final PaymentViews views;
  private final Keys keys;
  private final CurrentPost current;
  private final BusinessDay day;
  private final InstantSource clock;
  private final Audit audit;

  PaymentBatches(
      Ledger ledger,
      Accounts accounts,
      Payments payments,
      PaymentViews views,
      Keys keys,
      CurrentPost current,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.ledger = ledger;
    this.accounts = accounts;
    this.payments = payments;
    this.views = views;
    this.keys = keys;
    this.current = current;
    this.day = day;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Makes a batch and moves its money from the funds to what is owed to each person. Who cannot be
   * paid is left out with the reason, and the others go on. The same list again gives the same
   * batch. Whether somebody may ask for it is for the caller to check.
   */
  @Transactional
  public long prepare(PaymentOrder order) {
    payments.takeTurn(order.purpose() + " " + order.month());
    String digest = order.digest();
    Payments.Made before = payments.made(order.key()).orElse(null);
    if (before != null) {
      if (!before.digest().equals(digest)) {
        throw new Refusal(
            Refusal.Kind.CONFLICT, "没有编制。这个标识已经编过另一批，名单不同。", "原来的批次没有动。", "请核对名单，换一个标识再编。");
      }
      return before.id();
    }
    Preparation list = new Preparation(order, payments.numbers(order.payees().size()));
    list.tellFaults(payments.alreadyIn(order.purpose(), first(order.month()), list.cases()));
    list.post();
    NewBatch head = list.head(digest);
    long batch = payments.add(head, clock.instant());
    payments.add(batch, head, list.rows(), list.parts());
    audit.record(
        Act.of(
                ActKind.PREPARE_PAYMENTS,
                "第 "
                    + batch
                    + " 批 "
                    + order.title()
                    + "，列入 "
                    + head.lines()
                    + " 笔 "
                    + new Money(head.total())
                    + " 元，未列入 "
                    + head.leftOut()
                    + " 笔")
            .concerning(order.payees().stream().map(Payee::resident).toList())
            .carrying(digest));
    return batch;
  }

  private static LocalDate first(YearMonth month) {
    return month.atDay(1);
  }

  /** A list on its way to become a batch. */
  private final class Preparation {
    private final PaymentOrder order;
    private final List<Long> numbers;
    private final String[] reasons;
    private final List<PartRow> parts = new ArrayList<>();

    Preparation(PaymentOrder order, List<Long> numbers) {
      this.order = order;
      this.numbers = numbers;
      this.reasons = new String[order.payees().size()];
    }

    Set<Long> cases() {
      return order.payees().stream().map(Payee::caseFile).collect(Collectors.toSet());
    }

    void tellFaults(Set<Long> already) {
      Set<Long> seen = new HashSet<>();
      for (int i = 0; i < reasons.length; i++) {
        Payee payee = order.payees().get(i);
        String problem = payee.problem();
        if (problem.isEmpty() && already.contains(payee.caseFile())) {
          problem = "这一件这个月已经列入另一批。不用再列。";
        } else if (problem.isEmpty() && !seen.add(payee.caseFile())) {
          problem = "这一件在名单里出现了两次，只列第一次。请核对名单。";
        }
        reasons[i] = problem;
      }
    }

    /** From the funds to the people, each payment whole or not at all. */
    void post() {
      Map<AccountKey, Long> opened = accounts.open(accountsNeeded());
      List<Entry> entries = new ArrayList<>();
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < reasons.length; i++) {
        if (reasons[i].isEmpty()) {
          entries.add(entry(i, opened));
          places.add(i);
        }
      }
      if (entries.isEmpty()) {
        return;
      }
      List<Outcome> outcomes =
          ledger.post(new Posting("payments " + order.key(), order.title(), entries)).outcomes();
      Set<Long> without = new HashSet<>();
      for (int i = 0; i < outcomes.size(); i++) {
        if (outcomes.get(i) instanceof Outcome.Rejected no) {
          reasons[places.get(i)] = no.said();
          without.add(numbers.get(places.get(i)));
        }
      }
      parts.removeIf(part -> without.contains(part.payment()));
    }

    private Set<AccountKey> accountsNeeded() {
      Set<AccountKey> needed = new LinkedHashSet<>();
      for (FundingPlan.Part part : order.funding().parts()) {
        needed.add(new AccountKey(part.fund(), Pot.AVAILABLE));
        needed.add(new AccountKey(part.fund(), Pot.PAID));
        for (int i = 0; i < reasons.length; i++) {
          if (reasons[i].isEmpty()) {
            needed.add(owed(part.fund(), order.payees().get(i)));
          }
        }
      }
      return needed;
    }

    private AccountKey owed(Fund fund, Payee payee) {
      return new AccountKey(fund.owedTo(payee.resident()), Pot.PAYABLE);
    }

    private Entry entry(int place, Map<AccountKey, Long> opened) {
      Payee payee = order.payees().get(place);
      List<Long> split = order.funding().split(payee.fen());
      List<Move> moves = new ArrayList<>();
      for (int i = 0; i < split.size(); i++) {
        if (split.get(i) > 0) {
          Fund fund = order.funding().parts().get(i).fund();
          long from = number(opened, new AccountKey(fund, Pot.AVAILABLE));
          long payable = number(opened, owed(fund, payee));
          long paid = number(opened, new AccountKey(fund, Pot.PAID));
          moves.add(new Move(from, payable, split.get(i)));
          parts.add(
              new PartRow(numbers.get(place), moves.size(), from, payable, paid, split.get(i)));
        }
      }
      return new Entry.Moves(
          "payment " + numbers.get(place),
          Movement.PAYMENT,
          order.title(),
          payee.caseFile(),
          moves);
    }

    private static long number(Map<AccountKey, Long> opened, AccountKey key) {
      return Objects.requireNonNull(opened.get(key), "Maybe an account outside of the scope");
    }

    NewBatch head(String digest) {
      int lines = 0;
      long total = 0;
      for (int i = 0; i < reasons.length; i++) {
        if (reasons[i].isEmpty()) {
          lines++;
          total = Math.addExact(total, order.payees().get(i).fen());
        }
      }
      return new NewBatch(
          order.key(),
          order.area(),
          order.purpose(),
          first(order.month()),
          order.title(),
          digest,
          lines,
          total,
          reasons.length - lines,
          order.origin() == PaymentOrder.Origin.SAMPLE);
    }

    List<PaymentRow> rows() {
      List<PaymentRow> rows = new ArrayList<>();
      for (int i = 0; i < reasons.length; i++) {
        Payee payee = order.payees().get(i);
        rows.add(
            new PaymentRow(
                numbers.get(i),
                i + 1,
                payee.resident(),
                payee.caseFile(),
                payee.fen(),
                sealed(numbers.get(i), payee),
                reasons[i].isEmpty() ? PaymentState.READY : PaymentState.LEFT_OUT,
                reasons[i]));
      }
      return rows;
    }

    List<PartRow> parts() {
      return parts;
    }
  }

  private byte[] sealed(long payment, Payee payee) {
    String text = payee.name() + "\n" + payee.account() + "\n" + payee.bank();
    return keys.seal(
        SealedPayees.PURPOSE, text.getBytes(StandardCharsets.UTF_8), Payments.bound(payment));
  }

  /** Whom a payment goes to. */
  private record Holder(String name, String account, String bank) {}

  private Holder opened(PaymentRow row) {
    byte[] plain = keys.open(SealedPayees.PURPOSE, row.payee(), Payments.bound(row.id()));
    String[] parts = new String(plain, StandardCharsets.UTF_8).split("\n", 3);
    return new Holder(parts[0], parts[1], parts[2]);
  }

  /**
   * The file for the bank. The first time fixes its letters and its digest; whenever it is exported
   * again it is the same to the byte, or refused.
   */
  @Transactional
  public BankFile export(long batch, BankFile.Letters letters) {
    current.require(Permission.PAY);
    PaymentBatch head = locked(batch);
    List<PaymentRow> rows = payments.toPay(batch);
    if (rows.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.CONFLICT, "没有导出。这一批没有可以发放的。", "名单和原因都保留着。", "请先看未列入的原因，改正后另编一批。");
    }
    BankFile.Letters fixed = head.charset() == null ? letters : BankFile.Letters.of(head.charset());
    BankFile file =
        BankFile.of(
            batch,
            YearMonth.from(head.month()),
            head.purpose(),
            fixed,
            rows.stream().map(this::line).toList());
    if (head.fileDigest() == null) {
      payments.sent(batch, fixed.standard(), file.digest(), clock.instant());
    } else if (!head.fileDigest().equals(file.digest())) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "没有导出。这一批的内容和第一次导出时不一样了。",
          "第一次导出的文件以它的摘要为准。",
          "请告诉审计管理岗核对；不要再交银行。");
    }
    audit.record(
        new Act(
            ActKind.EXPORT_PAYMENTS,
            "第 " + batch + " 批 " + rows.size() + " 笔",
            "发放",
            null,
            rows.stream().map(PaymentRow::resident).toList(),
            null,
            file.digest()));
    return file;
  }

  private BankFile.Line line(PaymentRow row) {
    Holder holder = opened(row);
    return new BankFile.Line(row.id(), holder.name(), holder.account(), holder.bank(), row.fen());
  }

  private PaymentBatch locked(long batch) {
    if (!payments.lock(batch)) {
      throw absent();
    }
    return views.batch(batch).orElseThrow(PaymentBatches::absent);
  }

  private static Refusal absent() {
    return new Refusal(Refusal.Kind.ABSENT, "没有这个发放批次，或它不在您的区划内。", "请从发放清单里重新打开。");
  }

  /**
   * Reads what the bank answered. Rows that fit are posted: paid, or refused and back in the funds.
   * Rows that do not fit are kept as faults. The same file again changes nothing.
   */
  @Transactional
  public BankReply read(long batch, String fileName, byte[] bytes) {
    current.require(Permission.PAY);
    PaymentBatch head = locked(batch);
    if (head.exportedAt() == null) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有读入。这一批还没有导出给银行，不会有回盘。", "批次没有动。", "请先导出银行文件。");
    }
    String digest = Sm3.hex(bytes);
    BankReply before = payments.reply(batch, digest).orElse(null);
    if (before != null) {
      return before;
    }
    ReplyRows rows = ReplyRows.compare(bytes, payments.toPay(batch), day.today());
    settle("reply " + batch + " " + digest, head.title(), rows.taken());
    int paid = (int) rows.taken().stream().filter(one -> one.state() == PaymentState.PAID).count();
    BankReply done =
        new BankReply(
            0,
            rows.rows(),
            paid,
            rows.taken().size() - paid,
            head.progress().open() - rows.taken().size(),
            rows.faults());
    long id = payments.addReply(batch, head.area(), digest, fileName, done, clock.instant());
    audit.record(
        new Act(
            ActKind.IMPORT_BANK_REPLY,
            "第 "
                + batch
                + " 批，已付 "
                + done.paid()
                + " 笔，退回 "
                + done.refused()
                + " 笔，未认 "
                + done.faults().size()
                + " 行，未答复 "
                + done.missing()
                + " 笔",
            "对账",
            null,
            rows.taken().stream().map(one -> one.payment().resident()).toList(),
            null,
            digest));
    return new BankReply(
        id, done.rows(), done.paid(), done.refused(), done.missing(), done.faults());
  }

  private void settle(String key, String about, List<Answer> answers) {
    if (answers.isEmpty()) {
      return;
    }
    Map<Long, List<PartRow>> parts = partsOf(answers.stream().map(Answer::payment).toList());
    List<Entry> entries = new ArrayList<>();
    for (Answer answer : answers) {
      PaymentRow payment = answer.payment();
      boolean paid = answer.state() == PaymentState.PAID;
      List<Move> moves =
          Objects.requireNonNull(parts.get(payment.id())).stream()
              .map(part ->
                  new Move(part.payable(), paid ? part.paid() : part.available(), part.fen()))
              .toList();
      entries.add(
          new Entry.Moves(
              "settle " + payment.id(),
              paid ? Movement.PAID : Movement.RETURN,
              about,
              payment.caseFile(),
              moves));
    }
    all(ledger.post(new Posting(key, about, entries)));
    payments.settle(
        answers.stream()
            .map(one ->
                new Payments.Settled(one.payment().id(), one.state(), one.reason(), one.on()))
            .toList());
  }

  private Map<Long, List<PartRow>> partsOf(List<PaymentRow> rows) {
    return payments.parts(rows.stream().map(PaymentRow::id).toList()).stream()
        .collect(Collectors.groupingBy(PartRow::payment));
  }

  /** What is on its way is there: anything else is a bug, and undoes the whole. */
  private static void all(Posted posted) {
    if (!posted.rejected().isEmpty()) {
      throw new IllegalStateException("Maybe money on its way was moved: " + posted.rejected());
    }
  }

  /** A payment that was paid and came back later goes back to its funds, by the same shares. */
  @Transactional
  public void returned(long payment, LocalDate on, String ground) {
    current.require(Permission.PAY);
    PaymentRow row =
        payments
            .payment(payment)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.ABSENT, "没有登记。没有这笔付款，或它不在您的区划内。", "请从批次里重新选。"));
    if (row.state() != PaymentState.PAID) {
      throw new Refusal(
          Refusal.Kind.CONFLICT,
          "没有登记退回。这笔付款现在是“" + row.state().chinese() + "”，只有已付的才会付后退回。",
          "请核对付款编号。");
    }
    if (ground.isBlank() || ground.length() > 200 || on.isAfter(day.today())) {
      throw new Refusal(Refusal.Kind.CALLER, "没有登记退回。没有写原因，或日期晚于今天。", "请写明退回原因（200 字以内）和退回日期。");
    }
    List<Move> moves =
        payments.parts(List.of(payment)).stream()
            .map(part -> new Move(part.paid(), part.available(), part.fen()))
            .toList();
    Entry entry =
        new Entry.Moves("return " + payment, Movement.RETURN, "付后退回", row.caseFile(), moves);
    all(ledger.post(new Posting("return " + payment, "付后退回：" + ground.strip(), List.of(entry))));
    payments.settle(
        List.of(new Payments.Settled(payment, PaymentState.RETURNED, ground.strip(), on)));
  }

  /**
   * A line of a batch as a treasurer sees it.
   *
   * @param name 王*
   * @param account last four digits
   */
  public record Shown(
      long id,
      int position,
      long resident,
      long caseFile,
      String name,
      String account,
      long fen,
      PaymentState state,
      String reason) {}

  /** Lines of a batch in these states, masked; reading them is an act. */
  @Transactional
  public List<Shown> lines(long batch, List<PaymentState> states, int after, int atMost) {
    current.require(Permission.PAY);
    List<PaymentRow> rows = views.payments(batch, states, after, atMost);
    audit.record(
        Act.of(ActKind.READ_PAYMENTS, "第 " + batch + " 批第 " + (after + 1) + " 笔起")
            .forPurpose("对账")
            .concerning(rows.stream().map(PaymentRow::resident).toList()));
    return rows.stream().map(this::shown).toList();
  }

  private Shown shown(PaymentRow row) {
    Holder holder = opened(row);
    String name = holder.name().isEmpty() ? "—" : Masked.name(holder.name());
    return new Shown(
        row.id(),
        row.position(),
        row.resident(),
        row.caseFile(),
        name,
        Masked.account(holder.account()),
        row.fen(),
        row.state(),
        row.reason());
  }

  public List<BankReply> replies(long batch) {
    return payments.replies(batch);
  }
}
