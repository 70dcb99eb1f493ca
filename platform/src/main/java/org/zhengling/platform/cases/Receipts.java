package org.zhengling.platform.cases;

import jakarta.annotation.PostConstruct;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.CitizenAnswer;
import org.zhengling.platform.access.CitizenSessions;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.cases.store.ReceiptRows;
import org.zhengling.platform.keys.Keys;
import org.zhengling.platform.keys.Purpose;

/**
 * Receipts: the applicant's way to the one case. The code is shown once, when it is issued; what is
 * kept recognises it and nothing more. A name never opens anything.
 */
@Component
public class Receipts {
  private static final Purpose PURPOSE = new Purpose("cases.receipt");
  private static final int LONGEST_NUMBER = 40;

  private final ReceiptRows rows;
  private final CaseSteps steps;
  private final Keys keys;
  private final CurrentPost current;
  private final SecureRandom random;
  private final InstantSource clock;
  private final CitizenSessions sessions;
  private final Audit audit;

  Receipts(
      ReceiptRows rows,
      CaseSteps steps,
      Keys keys,
      CurrentPost current,
      SecureRandom random,
      InstantSource clock,
      CitizenSessions sessions,
      Audit audit) {
    this.rows = rows;
    this.steps = steps;
    this.keys = keys;
    this.current = current;
    this.random = random;
    this.clock = clock;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** The key is made at the start, as that of the actions is. */
  @PostConstruct
  void makeKey() {
    keys.keyedDigest(PURPOSE, new byte[0]);
  }

  /**
   * A receipt that was just issued.
   *
   * @param code to be printed now: 7K3MQ-X9P2A; kept nowhere
   */
  public record Issued(CaseFile caseFile, String code, Instant at) {
    /** Never prints the code. */
    @Override
    public String toString() {
      return "receipt of " + caseFile.number();
    }
  }

  /** Issues a receipt; an earlier one of the case opens nothing any more. */
  @Transactional
  public Issued issue(long caseFile) {
    SignedIn by = current.require();
    if (!by.post().may(Permission.HANDLE_CASE)) {
      current.require(Permission.ACCEPT_CASE);
    }
    CaseFile file = steps.lock(caseFile);
    String code = ReceiptCode.draw(random);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    sessions.endAllOf(file.id());
    rows.replace(file.id(), digest(file.number(), code), Doer.current(), now);
    audit.record(Act.of(ActKind.ISSUE_RECEIPT, "回执").inCase(file.number()));
    return new Issued(file, ReceiptCode.printed(code), now);
  }

  /**
   * Lets the applicant in to the case that number and code open. A code that cannot be one is
   * refused without being counted; how often a number may be tried the sessions say. Call it
   * outside of a transaction.
   *
   * @param address of the network, as the server sees it
   */
  public CitizenAnswer signIn(String number, String code, String address) {
    String typed = number.strip();
    String plain = ReceiptCode.plain(code);
    if (typed.isEmpty() || typed.length() > LONGEST_NUMBER || !ReceiptCode.fits(plain)) {
      throw new Refusal(Refusal.Kind.CALLER, "没有打开。编号或代码写错了：代码是 10 位，没有 0、1、I、L、O。", "请照回执再填一次。");
    }
    return sessions.begin(typed, address, () -> rows.opened(typed, digest(typed, plain)));
  }

  private byte[] digest(String number, String code) {
    return keys.keyedDigest(PURPOSE, (number + "\n" + code).getBytes(StandardCharsets.UTF_8));
  }
}
