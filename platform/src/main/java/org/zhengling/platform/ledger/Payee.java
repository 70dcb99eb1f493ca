package org.zhengling.platform.ledger;

import java.util.regex.Pattern;

/**
 * Whom to pay how much for which case.
 *
 * @param resident number of the resident in the register
 * @param name of the holder of the account, as the bank knows it
 * @param account digits alone, 8 to 32
 * @param bank name of the branch, may be empty
 * @param fen more than nothing
 */
public record Payee(
    long resident, long caseFile, String name, String account, String bank, long fen) {
  private static final Pattern ACCOUNT = Pattern.compile("\\d{8,32}");
  private static final Pattern NAME = Pattern.compile("[\\p{IsHan}\\p{L}·.()（） -]{1,60}");

  /** What is wrong with it in one sentence with the way out; empty where nothing is. */
  String problem() {
    if (fen <= 0) {
      return "金额 " + fen + " 分，不能发放。请核对金额。";
    }
    if (!NAME.matcher(name).matches()) {
      return "户名是空的，或有户名里不该有的字。请按银行卡核对户名。";
    }
    if (!ACCOUNT.matcher(account).matches()) {
      return "账号不是 8 到 32 位数字。请按银行卡核对账号。";
    }
    if (bank.length() > 60 || bank.chars().anyMatch(Character::isISOControl)) {
      return "开户行名称太长，或有不可见的字。请改短。";
    }
    return "";
  }

  /** Never the name, the account or the bank. */
  @Override
  public String toString() {
    return "Payee[resident=" + resident + ", caseFile=" + caseFile + ", fen=" + fen + "]";
  }
}
