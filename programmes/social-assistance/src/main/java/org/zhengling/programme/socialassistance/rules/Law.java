package org.zhengling.programme.socialassistance.rules;

import org.zhengling.engine.law.ClauseId;
import org.zhengling.engine.law.ClausePath;

/** The clauses that findings and letters cite. */
public final class Law {
  private static final String MEASURES = "社会救助暂行办法";
  private static final String ORDER = "济政字〔2020〕53号";

  /** Income and property decide. */
  public static final ClauseId CONDITIONS = article(MEASURES, "第九条");

  /** Application, survey, publicity, decision; a refusal is in writing and with reasons. */
  public static final ClauseId PROCEDURE = article(MEASURES, "第十一条");

  /** The difference is paid every month. */
  public static final ClauseId AMOUNT = article(MEASURES, "第十二条");

  /** Changes are reported; the household is looked at again. */
  public static final ClauseId CHANGES = article(MEASURES, "第十三条");

  /** Truthful declaration; checked with the authorisation of the household. */
  public static final ClauseId DECLARATION = article(MEASURES, "第五十八条");

  /** Members, by the edition of 2012. */
  public static final ClauseId MEMBERS_2012 = article(Edition.OF_2012.document(), "第五条");

  public static final ClauseId ONE_DOOR = article(ORDER, "二(二)3");
  public static final ClauseId DELEGATION = article(ORDER, "二(二)5");
  public static final ClauseId VERIFICATION = article(ORDER, "二(三)7");
  public static final ClauseId FUNDS = article(ORDER, "二(四)8");
  public static final ClauseId STANDARDS = article(ORDER, "二(四)9");
  public static final ClauseId NOTICE = article(ORDER, "二(五)10");
  public static final ClauseId COMMITMENT = article(ORDER, "二(五)12");

  private Law() {}

  private static ClauseId article(String document, String path) {
    return new ClauseId(document, new ClausePath(path));
  }

  /** Who is a member; the articles of the later edition were not read, so the law above stands. */
  static ClauseId members(Edition edition) {
    return switch (edition) {
      case OF_2012 -> MEMBERS_2012;
      case OF_2021 -> CONDITIONS;
    };
  }
}
