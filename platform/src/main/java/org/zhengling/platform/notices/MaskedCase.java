package org.zhengling.platform.notices;

import java.util.regex.Pattern;
import org.zhengling.engine.quantity.Money;
import org.zhengling.platform.keys.Sm3;

/**
 * All that everybody may read of a case; there is no place for anything else. Words that could name
 * somebody, an illness, a disability or a minor are refused here and by the database.
 *
 * @param village name of the village alone, no address
 * @param members how many, 1 to 50
 * @param benefit kind of benefit, Chinese
 * @param unit that handles the case
 * @param unitPhone where to complain: a landline of the unit
 */
public record MaskedCase(
    MaskedName name,
    String village,
    int members,
    String benefit,
    Money amount,
    String unit,
    String unitPhone) {
  private static final Pattern NUMBER = Pattern.compile("[0-9０-９〇一二三四五六七八九零]{6}");
  private static final Pattern WORDS =
      Pattern.compile("疾病|患者|癌|尿毒|精神|艾滋|残疾|残障|智力|肢体|未成年|儿童|孤儿|学生|号楼|单元|门牌|[0-9]+室|账号|帐号|身份证");
  private static final Pattern PHONE = Pattern.compile("(0[0-9]{2,3}-?)?[0-9]{5,8}");
  private static final int LONGEST = 60;

  public MaskedCase {
    check("village", village);
    check("benefit", benefit);
    check("unit", unit);
    if (members < 1 || members > 50 || amount.fen() < 0) {
      throw new IllegalArgumentException("Members or amount: " + members);
    }
    if (!PHONE.matcher(unitPhone).matches() || unitPhone.matches("1[0-9]{10}")) {
      throw new IllegalArgumentException("No landline of a unit");
    }
  }

  /** The words themselves never stand in the message: it may reach a log. */
  private static void check(String field, String words) {
    if (words.isBlank()
        || words.length() > LONGEST
        || NUMBER.matcher(words).find()
        || WORDS.matcher(words).find()) {
      throw new IllegalArgumentException("Not for everybody: " + field);
    }
  }

  /** SM3 of all fields, 64 hexadecimal characters: what was posted can be recognised. */
  public String digest() {
    return Sm3.hex(
        String.join(
            "\n",
            name.text(),
            village,
            String.valueOf(members),
            benefit,
            String.valueOf(amount.fen()),
            unit,
            unitPhone));
  }
}
