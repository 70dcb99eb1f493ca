package org.zhengling.platform.credit;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.credit.store.CommitmentRows;
import org.zhengling.platform.registry.Resident;
import org.zhengling.platform.registry.Residents;

/** Promises signed at an application: which text, by whom, how, when. */
@Component
public class Commitments {
  private final CommitmentRows rows;
  private final Residents residents;
  private final BusinessDay day;
  private final InstantSource clock;
  private final Audit audit;

  Commitments(
      CommitmentRows rows, Residents residents, BusinessDay day, InstantSource clock, Audit audit) {
    this.rows = rows;
    this.residents = residents;
    this.day = day;
    this.clock = clock;
    this.audit = audit;
  }

  /** Keeps one; answers its number. */
  @Transactional
  public long sign(Commitment commitment) {
    Resident who =
        residents
            .byId(commitment.resident())
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.ABSENT, "没有登记承诺。没有这个人，或不在您的区划内。", "请先登记这个人。"));
    if (commitment.signedOn().isAfter(day.today())) {
      throw new Refusal(Refusal.Kind.CALLER, "没有登记承诺。签署日期在今天以后。", "请核对日期。");
    }
    long id = rows.add(commitment, who.area(), Writer.now(clock));
    audit.record(
        Act.of(ActKind.SIGN_COMMITMENT, "承诺 " + id + "，文本 " + commitment.textVersion())
            .concerning(who.id()));
    return id;
  }

  /** Those of a person, by their numbers, newest first. */
  @Transactional(readOnly = true)
  public Map<Long, Commitment> of(long resident) {
    Map<Long, Commitment> found = new LinkedHashMap<>();
    rows.of(residents.allOf(resident)).forEach(row -> found.put(row.id(), row.commitment()));
    return found;
  }
}
