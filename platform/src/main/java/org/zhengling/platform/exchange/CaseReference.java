package org.zhengling.platform.exchange;

/**
 * The case for which something is asked.
 *
 * @param file id of the case
 * @param number as people call it, 任古救〔2020〕137号
 * @param area where the case is handled
 */
public record CaseReference(long file, String number, String area) {
  public CaseReference {
    if (file <= 0 || number.isBlank() || area.isBlank()) {
      throw new IllegalArgumentException("No case: " + file + ", " + number + ", " + area);
    }
  }
}
