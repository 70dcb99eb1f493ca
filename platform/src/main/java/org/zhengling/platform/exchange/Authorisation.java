package org.zhengling.platform.exchange;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a resident allowed to be asked (查询授权).
 *
 * @param textVersion edition of the text that was signed
 * @param textDigest SM3 of that text
 * @param proofDigest SM3 of what was signed: the scan, the electronic signature
 * @param sources slugs of the sources that may be asked
 * @param endDay first day it no longer holds
 * @param withdrawnOn absent while it was not taken back
 */
public record Authorisation(
    long id,
    long resident,
    CaseReference inCase,
    String textVersion,
    String textDigest,
    GivenBy givenBy,
    Method method,
    String proofDigest,
    Set<String> sources,
    LocalDate givenOn,
    LocalDate endDay,
    @Nullable LocalDate withdrawnOn) {
  public Authorisation {
    sources = Set.copyOf(sources);
  }

  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(givenOn)
        && day.isBefore(endDay)
        && (withdrawnOn == null || day.isBefore(withdrawnOn));
  }

  /** One that is about to be entered. */
  public record Draft(
      long resident,
      CaseReference inCase,
      String textVersion,
      String textDigest,
      GivenBy givenBy,
      Method method,
      String proofDigest,
      Set<String> sources,
      LocalDate givenOn,
      LocalDate lastDay) {
    public Draft {
      sources = Set.copyOf(sources);
    }
  }

  /** Who gave it. */
  public enum GivenBy {
    SELF("本人"),
    GUARDIAN("监护人"),
    HEIR("继承人");

    private final String chinese;

    GivenBy(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** How it was given; a box ticked by a clerk is none of these. */
  public enum Method {
    SIGNED_PAPER("书面签字"),
    HANDPRINT("捺印"),
    ELECTRONIC("电子签名"),
    NOTARY("公证");

    private final String chinese;

    Method(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }
}
