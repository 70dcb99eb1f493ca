package org.zhengling.platform.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.quantity.Money;
import org.zhengling.formats.csv.CsvReading;
import org.zhengling.platform.ledger.BankReply.Fault;
import org.zhengling.platform.ledger.store.Payments.PaymentRow;

/**
 * Compares a reply of the bank with the payments that were sent, to the fen. What fits is taken;
 * everything else becomes a fault with its line, and nothing is guessed.
 *
 * @param taken what the bank says of payments that still wait for it
 */
record ReplyRows(List<Answer> taken, List<Fault> faults, int rows) {
  private static final List<String> COLUMNS =
      List.of("payment", "amount_fen", "result", "reason", "settled_on");
  private static final int LONGEST_REASON = 200;

  /** What the bank says of one payment. */
  record Answer(PaymentRow payment, PaymentState state, String reason, LocalDate on) {}

  static ReplyRows compare(byte[] bytes, List<PaymentRow> sent, LocalDate today) {
    CsvReading file = CsvReading.read(bytes);
    List<String> absent = COLUMNS.stream().filter(one -> file.column(one) < 0).toList();
    if (!absent.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.CALLER,
          "没有读入。回盘缺少列：" + String.join("、", absent) + "。",
          "批次没有动。",
          "请让银行按约定的格式回盘（docs/formats/bank-file.md），再上传。");
    }
    Comparison comparison = new Comparison(file, sent, today);
    file.faults().forEach(one -> comparison.fault(one.line(), "", one.said()));
    file.rows().forEach(comparison::row);
    return new ReplyRows(
        comparison.taken,
        comparison.faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList(),
        comparison.rows + file.faults().size());
  }

  private static final class Comparison {
    private final CsvReading file;
    private final LocalDate today;
    private final Map<String, PaymentRow> sent = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Answer> taken = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int rows;

    Comparison(CsvReading file, List<PaymentRow> sent, LocalDate today) {
      this.file = file;
      this.today = today;
      sent.forEach(one -> this.sent.put(String.valueOf(one.id()), one));
    }

    void fault(int line, String payment, String said) {
      faults.add(new Fault(line, payment.length() > 40 ? payment.substring(0, 40) : payment, said));
    }

    private String cell(CsvReading.Row row, String column) {
      return row.cells().get(file.column(column)).strip();
    }

    void row(CsvReading.Row row) {
      int order = file.column("line");
      if (order >= 0 && row.cells().get(order).strip().equals("TOTAL")) {
        return;
      }
      rows++;
      String number = cell(row, "payment");
      PaymentRow payment = sent.get(number);
      if (payment == null) {
        fault(row.line(), number, "这一批里没有这个付款编号。请向银行核对这一行是哪一批的。");
      } else if (!seen.add(number)) {
        fault(row.line(), number, "同一笔在这份回盘里出现了两次，只认第一次。请向银行核对。");
      } else {
        known(row, number, payment);
      }
    }

    private void known(CsvReading.Row row, String number, PaymentRow payment) {
      String result = cell(row, "result");
      String reason = cell(row, "reason");
      String amount = cell(row, "amount_fen");
      PaymentState state =
          switch (result) {
            case "PAID" -> PaymentState.PAID;
            case "REFUSED" -> PaymentState.REFUSED;
            // Neither of the two: said below.
            case String other -> PaymentState.SENT;
          };
      LocalDate on = day(cell(row, "settled_on"));
      if (!amount.equals(String.valueOf(payment.fen()))) {
        fault(
            row.line(),
            number,
            "金额写的是“"
                + shown(amount)
                + "”分，应为 "
                + payment.fen()
                + " 分（"
                + new Money(payment.fen())
                + " 元）。请向银行核对。");
      } else if (state == PaymentState.SENT) {
        fault(row.line(), number, "结果“" + shown(result) + "”不是 PAID 或 REFUSED。请让银行改正。");
      } else if (on == null || on.isAfter(today)) {
        fault(row.line(), number, "办结日期不是一个到今天为止的日子。请写成 2021-01-15 的样子。");
      } else if (state == PaymentState.REFUSED && reason.isEmpty()) {
        fault(row.line(), number, "退回没有写原因。请让银行补上原因。");
      } else if (payment.state() == PaymentState.SENT) {
        taken.add(new Answer(payment, state, shortened(reason), on));
      } else if (payment.state() != state) {
        fault(row.line(), number, "这一笔先前已记为“" + payment.state().chinese() + "”，与这一行不符。请向银行核对。");
      }
    }

    private static String shown(String cell) {
      return cell.length() > 20 ? cell.substring(0, 20) + "…" : cell;
    }

    private static String shortened(String reason) {
      return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(String cell) {
      try {
        return LocalDate.parse(cell);
      } catch (DateTimeParseException e) {
        return null;
      }
    }
  }
}
