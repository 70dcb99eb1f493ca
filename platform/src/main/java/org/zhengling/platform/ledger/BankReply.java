package org.zhengling.platform.ledger;

import java.util.List;

/**
 * What reading a reply of the bank did.
 *
 * @param rows of the file, also those that could not be read
 * @param missing payments of the batch that no reply has answered yet
 */
public record BankReply(long id, int rows, int paid, int refused, int missing, List<Fault> faults) {
  public BankReply {
    faults = List.copyOf(faults);
  }

  /**
   * A row that was not taken.
   *
   * @param line in the file, from 1
   * @param payment what stood there as the number of the payment
   * @param said why, and the way out, Chinese
   */
  public record Fault(int line, String payment, String said) {}
}
