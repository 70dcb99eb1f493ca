package org.zhengling.platform.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it stands.
 *
 * @param month first day of it
 * @param lines how many are to be paid
 * @param total in fen
 * @param leftOut how many of the list are not
 * @param charset of the bank's file; absent until it was exported
 * @param fileDigest of the bank's file, 64 hexadecimal characters
 */
public record PaymentBatch(
    long id,
    String area,
    String purpose,
    LocalDate month,
    String title,
    int lines,
    long total,
    int leftOut,
    Instant madeAt,
    @Nullable String charset,
    @Nullable String fileDigest,
    @Nullable Instant exportedAt,
    boolean sample,
    Progress progress) {
  /**
   * What the bank has said so far, numbers and fen.
   *
   * @param open not answered yet
   */
  public record Progress(
      int open,
      int paid,
      long paidFen,
      int refused,
      long refusedFen,
      int returned,
      long returnedFen) {}

  /** Every payment is answered. */
  public boolean settled() {
    return exportedAt != null && progress.open() == 0;
  }
}
