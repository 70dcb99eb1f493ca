package org.zhengling.platform.registry;

import org.zhengling.engine.identity.IdNumber;

/**
 * Somebody about to be entered.
 *
 * @param name as on the card, or what somebody unknown is called meanwhile
 * @param naming whether it is such a word: 无名氏（任城 12-03）
 * @param area node of the area tree where they live, in the scope in force
 * @param source what it was taken from: 身份证, 户口簿
 */
public record NewResident(
    String name, Naming naming, Proof proof, String area, String source, Origin origin) {

  /** What the written name is. */
  public enum Naming {
    NAME,
    CALLED_MEANWHILE
  }

  /** Real, or invented for a demonstration. */
  public enum Origin {
    REAL,
    SAMPLE
  }

  /** With a number. */
  public static NewResident of(String name, IdNumber number, String area, String source) {
    return new NewResident(
        name, Naming.NAME, new Proof.Numbered(number), area, source, Origin.REAL);
  }

  /** With a name and no number yet. */
  public static NewResident without(String name, WithoutNumber why, String area, String source) {
    return new NewResident(name, Naming.NAME, new Proof.Without(why), area, source, Origin.REAL);
  }

  /** Neither name nor number known: the word is what they are called meanwhile. */
  public static NewResident unknown(String called, WithoutNumber why, String area, String source) {
    return new NewResident(
        called, Naming.CALLED_MEANWHILE, new Proof.Without(why), area, source, Origin.REAL);
  }

  /** The same, invented. */
  public NewResident sample() {
    return new NewResident(name, naming, proof, area, source, Origin.SAMPLE);
  }
}
