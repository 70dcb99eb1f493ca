package org.zhengling.platform.ledger;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.zhengling.formats.csv.CsvReading;
import org.zhengling.formats.csv.CsvTable;
import org.zhengling.platform.keys.Sm3;

/**
 * The file that goes to the bank: CSV, one line a payment, a last line with count and sum
 * (docs/formats/bank-file.md). The same payments make the same bytes.
 */
public final class BankFile {
  /** How the bank wants its letters. */
  public enum Letters {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    GB18030("GB18030", CsvReading.GB18030);

    private final String standard;
    private final Charset charset;

    Letters(String standard, Charset charset) {
      this.standard = standard;
      this.charset = charset;
    }

    public String standard() {
      return standard;
    }

    static Letters of(String standard) {
      for (Letters one : values()) {
        if (one.standard.equals(standard)) {
          return one;
        }
      }
      throw new IllegalArgumentException("No letters: " + standard);
    }
  }

  static final List<String> HEAD =
      List.of("line", "payment", "name", "account", "bank", "amount_fen", "month", "purpose");

  private final String name;
  private final byte[] bytes;

  private BankFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** A line before it is written. */
  record Line(long payment, String holder, String account, String bank, long fen) {}

  static BankFile of(
      long batch, YearMonth month, String purpose, Letters letters, List<Line> lines) {
    List<List<String>> rows = new ArrayList<>();
    long sum = 0;
    for (Line line : lines) {
      sum = Math.addExact(sum, line.fen());
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              String.valueOf(line.payment()),
              line.holder(),
              line.account(),
              line.bank(),
              String.valueOf(line.fen()),
              month.toString(),
              purpose));
    }
    rows.add(
        List.of(
            "TOTAL",
            String.valueOf(lines.size()),
            "",
            "",
            "",
            String.valueOf(sum),
            month.toString(),
            purpose));
    String text = new String(CsvTable.write(HEAD, rows), StandardCharsets.UTF_8).substring(1);
    return new BankFile("payments-" + batch + ".csv", text.getBytes(letters.charset));
  }

  public String name() {
    return name;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String digest() {
    return Sm3.hex(bytes);
  }
}
