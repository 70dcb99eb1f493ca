package org.zhengling.platform.exchange;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.exchange.store.AuthorisationRows;

/** What residents allowed to be asked about them, and what they took back. */
@Component
public class Authorisations {
  private static final int LONGEST_REASON = 300;

  private final CurrentPost current;
  private final AuthorisationRows rows;
  private final BusinessDay day;
  private final InstantSource clock;
  private final Audit audit;

  Authorisations(
      CurrentPost current,
      AuthorisationRows rows,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.current = current;
    this.rows = rows;
    this.day = day;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Enters what was signed; who enters it is a post at the counter or one that handles the case.
   */
  @Transactional
  public long enter(Authorisation.Draft draft) {
    SignedIn by = mayEnter();
    Map<String, String> problems = new LinkedHashMap<>();
    if (draft.textVersion().isBlank()) {
      problems.put("textVersion", "请写明签的是哪一版授权书。");
    }
    if (!Agreement.Draft.DIGEST.matcher(draft.textDigest()).matches()
        || !Agreement.Draft.DIGEST.matcher(draft.proofDigest()).matches()) {
      problems.put("proof", "还没有签署件。由工作人员代勾选不算授权，请上传签字的授权书或电子签名。");
    }
    if (draft.sources().isEmpty()) {
      problems.put("sources", "请写明授权查询哪些来源。");
    }
    if (draft.givenOn().isAfter(day.today())) {
      problems.put("givenOn", "授权日期在将来，请改成实际签署的日期。");
    }
    if (draft.lastDay().isBefore(draft.givenOn())) {
      problems.put("lastDay", "最后一天早于授权日期，请改其中一个。");
    }
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    long id = rows.add(draft, by.personId(), by.post().title(), clock.instant());
    audit.record(
        Act.of(ActKind.RECORD_AUTHORISATION, draft.textVersion() + "，" + draft.method().chinese())
            .concerning(draft.resident())
            .inCase(draft.inCase().number())
            .carrying(draft.proofDigest()));
    return id;
  }

  private SignedIn mayEnter() {
    SignedIn by = current.require();
    if (by.post().may(Permission.ACCEPT_CASE)) {
      return by;
    }
    return current.require(Permission.ASK_SOURCES);
  }

  /** From today on nothing is asked by it; what was asked before stays. */
  @Transactional
  public void withdraw(long authorisation, String reason) {
    SignedIn by = mayEnter();
    if (reason.length() > LONGEST_REASON) {
      throw new Misfilled(Map.of("reason", "最多 " + LONGEST_REASON + " 个字。"));
    }
    Authorisation held =
        rows.byId(authorisation)
            .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这份授权，或它不在您的区划内。", "请从案件里重新打开。"));
    if (!rows.withdraw(held, day.today(), reason, by.personId(), clock.instant())) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有再撤回一次。这份授权已经撤回。", "不用再做什么。");
    }
    audit.record(
        Act.of(ActKind.WITHDRAW_AUTHORISATION, "第 " + authorisation + " 号授权")
            .concerning(held.resident()));
  }

  /** Those of a case, in the order of entering. */
  public List<Authorisation> ofCase(long file) {
    return rows.ofCase(file);
  }
}
