package org.zhengling.platform.registry;

/**
 * A kind of fact. One module writes it; a kind of the same name with another owner is refused.
 *
 * @param name small letters, stable: {@code phone}
 * @param owner identifier of the module or programme that writes it
 */
public record FactKind(String name, String chinese, String owner, Secrecy secrecy) {
  private static final String OURS = "registry";

  public static final FactKind PHONE = new FactKind("phone", "电话", OURS, Secrecy.PERSONAL);
  public static final FactKind ADDRESS = new FactKind("address", "住址", OURS, Secrecy.PERSONAL);
  public static final FactKind BANK_ACCOUNT =
      new FactKind("bank-account", "银行账号", OURS, Secrecy.PERSONAL);
  public static final FactKind BIRTH_DATE =
      new FactKind("birth-date", "出生日期", OURS, Secrecy.PERSONAL);
  public static final FactKind FORMER_NAME =
      new FactKind("former-name", "曾用名称", OURS, Secrecy.OPEN);

  public FactKind {
    if (!name.matches("[a-z][a-z0-9-]{1,39}") || owner.isBlank()) {
      throw new IllegalArgumentException("No kind of fact: " + name + " of " + owner);
    }
  }

  /** Whether the values are sealed. */
  public enum Secrecy {
    PERSONAL,
    OPEN
  }
}
