package org.zhengling.platform.cases;

import java.util.UUID;

/**
 * What is about to be done in a case.
 *
 * @param form made by the page of the form: sent twice, it is done once
 * @param kind what the programme folds by, at most 60 characters
 * @param what Chinese, for the history, at most 60 characters: 受理
 * @param payload JSON text; kept sealed
 */
public record Deed(UUID form, String kind, String what, String payload) {
  private static final int LONGEST = 60;

  public Deed {
    if (kind.isBlank() || kind.length() > LONGEST || what.isBlank() || what.length() > LONGEST) {
      throw new IllegalArgumentException("No deed: \"" + kind + "\", \"" + what + "\"");
    }
  }

  static Deed of(OfficeAct act, UUID form, String payload) {
    return new Deed(form, act.kind(), act.chinese(), payload);
  }
}
