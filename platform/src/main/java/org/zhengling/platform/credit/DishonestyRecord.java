package org.zhengling.platform.credit;

import java.time.LocalDate;
import java.util.List;

/**
 * A record with everything that happened to it.
 *
 * @param resident of the register
 * @param commitment the promise that was broken; 0 where none was signed
 * @param expiresOn first day without effect whatever happens
 */
public record DishonestyRecord(
    long id,
    long resident,
    String area,
    long commitment,
    FinalDecision decision,
    LocalDate expiresOn,
    List<RecordState.Step> steps) {
  public DishonestyRecord {
    steps = List.copyOf(steps);
  }

  /** How it stands on a day. */
  public RecordState on(LocalDate day) {
    return RecordState.of(steps, expiresOn, day);
  }
}
