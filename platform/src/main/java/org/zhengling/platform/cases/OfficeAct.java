package org.zhengling.platform.cases;

/** Acts that are the same in every procedure; a fold has to know them. */
public enum OfficeAct {
  /** Payload: from, to, ground. The matter itself stays as it is. */
  HANDED_OVER("移交"),
  /** Payload: ground. The applicant wants nothing more. */
  WITHDRAWN("撤回申请"),
  /** Payload: ground. A closed case goes on at {@link Procedure#reopened}. */
  REOPENED("重新办理"),
  /** Payload: who acts for the applicant, sealed, and the document that says so. */
  PROXY_NAMED("登记代办人"),
  /** Payload: since when nobody acts for the applicant any more. */
  PROXY_ENDED("代办结束"),
  /** Payload: document, title, name of the file, digest. */
  DOCUMENT_ADDED("收到材料"),
  /** Payload: whom, what, until when. */
  OPINION_ASKED("征求会审意见"),
  /** Payload: request, outcome, text. */
  OPINION_GIVEN("出具会审意见");

  private final String chinese;

  OfficeAct(String chinese) {
    this.chinese = chinese;
  }

  /** As it stands in {@link CaseAction#kind}. */
  public String kind() {
    return "office." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  public String chinese() {
    return chinese;
  }
}
