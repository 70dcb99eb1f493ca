package org.zhengling.programme.socialassistance.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.law.Clause;
import org.zhengling.engine.verification.Topic;

/** Papers that a counter used to ask for. What a source can answer is not asked of anybody. */
public enum Paper {
  IDENTITY_CARD("居民身份证复印件", Topic.STANDING),
  HOUSEHOLD_BOOK("户口簿复印件", Topic.STANDING),
  WAGE_CERTIFICATE("工资收入证明", Topic.WAGES),
  BUSINESS_STATEMENT("经营收入说明", Topic.BUSINESS),
  LEASE("房屋租赁合同", Topic.PROPERTY_INCOME),
  PENSION_CERTIFICATE("养老金和补贴证明", Topic.TRANSFERS),
  BANK_STATEMENT("银行存款证明", Topic.DEPOSITS),
  VEHICLE_CERTIFICATE("无车证明", Topic.VEHICLES),
  HOUSE_DEED("不动产权证书", Topic.HOUSES),
  COMPANY_CERTIFICATE("无企业登记证明", Topic.COMPANIES),
  /** Between private persons: no register has it. */
  MAINTENANCE_AGREEMENT("赡养费、扶养费、抚养费协议或判决书", null),
  /** Kept by the hospital; health data come with the patient's own paper. */
  DIAGNOSIS("重病诊断证明", null);

  private final String chinese;
  private final @Nullable Topic topic;

  Paper(String chinese, @Nullable Topic topic) {
    this.chinese = chinese;
    this.topic = topic;
  }

  public String chinese() {
    return chinese;
  }

  /**
   * Whether it may be asked for.
   *
   * @param answered topics that a source with an agreement in force settles
   */
  public boolean mayBeAsked(Set<Topic> answered) {
    return topic == null || !answered.contains(topic);
  }

  /** The papers that remain. */
  @Clause("济政字〔2020〕53号 二(二)5")
  public static List<Paper> thatMayBeAsked(Set<Topic> answered) {
    return Arrays.stream(values()).filter(one -> one.mayBeAsked(answered)).toList();
  }
}
