package org.zhengling.engine.gazette;

import org.zhengling.engine.law.ClausePath;

/**
 * Where a clause points to another document or to another clause.
 *
 * @param from the clause that points
 * @param title title of the document pointed to; empty when it is named by number alone, or when
 *     the reference stays inside its own document
 * @param number full number of the document pointed to; empty when the text prints none
 * @param target the clause pointed to, as printed (第十二条); empty for a whole document
 * @param effect what the pointing does
 * @param words the words it was read from
 * @param confidence how sure the reading is, in percent
 */
public record Reference(
    ClausePath from,
    String title,
    String number,
    String target,
    Effect effect,
    String words,
    int confidence,
    Place place) {
  public Reference {
    Confidences.check(confidence);
  }

  /** What a reference does to the text it points to. */
  public enum Effect {
    /** Names it. */
    CITES,
    /** 根据, 依据, 按照, 为贯彻落实: rests on it. */
    FOLLOWS,
    /** 修改, 修订, 改为: changes it. */
    AMENDS,
    /** 废止, 停止执行, 失效: ends it. */
    ENDS
  }
}
