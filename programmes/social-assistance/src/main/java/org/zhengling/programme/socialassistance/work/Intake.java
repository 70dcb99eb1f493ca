package org.zhengling.programme.socialassistance.work;

import java.util.List;
import java.util.UUID;
import org.zhengling.platform.exchange.Authorisation.GivenBy;
import org.zhengling.platform.exchange.Authorisation.Method;

/**
 * An application as it lies on the counter.
 *
 * @param form of the page: sent twice, it makes one case
 * @param area township or village
 * @param about how the case is called: 张三户
 * @param consents one of every grown-up member, and of who speaks for a minor
 * @param commitment the signed commitment to tell the truth
 */
public record Intake(
    UUID form,
    String area,
    String about,
    Declaration declaration,
    List<Consent> consents,
    Scan commitment,
    Origin origin) {
  public Intake {
    consents = List.copyOf(consents);
  }

  /** Real, or invented for a demonstration. */
  public enum Origin {
    REAL,
    SAMPLE
  }

  /**
   * A member allows that the sources are asked about them.
   *
   * @param proof what was signed; a box that a clerk ticks is none
   */
  public record Consent(long resident, GivenBy givenBy, Method method, Scan proof) {}
}
