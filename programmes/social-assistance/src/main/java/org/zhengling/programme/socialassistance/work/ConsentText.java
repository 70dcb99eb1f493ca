package org.zhengling.programme.socialassistance.work;

import org.zhengling.platform.keys.Sm3;

/** What is signed at the counter; a changed text is a new version. */
public final class ConsentText {
  public static final String VERSION = "低保核对授权书 2020-09";

  public static final String WORDS =
      """
      本人同意民政部门为办理本户的最低生活保障，向公安、人力资源社会保障、自然资源和规划、住房城乡建设、市场监管、税务、农业农村、\
      卫生健康、医保、公积金等部门和银行，查询本人申请之日前十二个月的收入，以及查询之日的存款、车辆、房产、企业登记和户籍状况。
      查询结果只用于这次申请和以后的复核，不作他用，不进入信用记录。本人可以凭回执代码查看谁在什么时候查过什么，可以要求更正，也可以撤回授权；\
      撤回以后不再查询，这次申请可能因此不能办结。\
      """;

  static final String COMMITMENT_VERSION = "守信承诺书 2020-09";

  static final String COMMITMENT =
      """
      本人承诺：申报的家庭成员、收入和财产真实完整，家庭情况有变化时及时报告。虚报、隐瞒、伪造的，愿意退回领取的救助金，并承担相应责任。\
      """;

  private ConsentText() {}

  /** SM3 of the words. */
  public static String digest() {
    return Sm3.hex(WORDS);
  }
}
