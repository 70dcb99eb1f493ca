package org.zhengling.platform.ledger;

/** Names and accounts as they may be shown. */
final class Masked {
  private static final int SHOWN_DIGITS = 4;

  private Masked() {}

  /** 王小明 becomes 王*. */
  static String name(String name) {
    return name.isEmpty() ? "" : Character.toString(name.codePointAt(0)) + "*";
  }

  /** The last four digits, where there are more. */
  static String account(String account) {
    return account.length() <= SHOWN_DIGITS
        ? "****"
        : "****" + account.substring(account.length() - SHOWN_DIGITS);
  }
}
