package org.zhengling.platform.ledger;

import java.time.YearMonth;
import java.util.List;
import org.zhengling.platform.keys.Sm3;

/**
 * A list of people to be paid for one month.
 *
 * @param key makes it happen once, at most 150 characters
 * @param area code of the area that pays; its treasurer sees the batch
 * @param purpose the same word as that of the funds
 * @param title Chinese, at most 200 characters: 任城区2021年1月最低生活保障金
 */
public record PaymentOrder(
    String key,
    String area,
    String purpose,
    YearMonth month,
    String title,
    FundingPlan funding,
    List<Payee> payees,
    Origin origin) {
  /** Whether real money moves. */
  public enum Origin {
    REAL,
    SAMPLE
  }

  public PaymentOrder {
    payees = List.copyOf(payees);
    if (key.isBlank() || key.length() > 150 || title.isBlank() || title.length() > 200) {
      throw new IllegalArgumentException("A list of payments needs a key and a title: " + key);
    }
    if (payees.isEmpty()) {
      throw new IllegalArgumentException("Nobody to pay: " + key);
    }
  }

  String digest() {
    StringBuilder all = new StringBuilder();
    all.append(area).append('\t').append(purpose).append('\t').append(month).append('\n');
    funding.parts().forEach(part -> all.append(part).append('\n'));
    for (Payee payee : payees) {
      all.append(payee.resident()).append('\t').append(payee.caseFile()).append('\t');
      all.append(payee.name()).append('\t').append(payee.account()).append('\t');
      all.append(payee.bank()).append('\t').append(payee.fen()).append('\n');
    }
    return Sm3.hex(all.toString());
  }
}
