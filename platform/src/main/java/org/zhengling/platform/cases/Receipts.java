package org.zhengling.platform.cases;

import jakarta.annotation.PostConstruct;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.engine.Refusal;
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
  private static final int ALLOWED = 5;
  private static final Duration PAUSE = Duration.ofMinutes(15);
  private static final int LONGEST_NUMBER = 40;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final ReceiptRows rows;
  private final CaseSteps steps;
  private final Keys keys;
  private final CurrentPost current;
  private final SecureRandom random;
  private final InstantSource clock;
  private final Audit audit;
  private final TransactionTemplate transaction;

  Receipts(
      ReceiptRows rows,
      CaseSteps steps,
      Keys keys,
      CurrentPost current,
      SecureRandom random,
      InstantSource clock,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.steps = steps;
    this.keys = keys;
    this.current = current;
    this.random = random;
    this.clock = clock;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
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
    rows.replace(file.id(), digest(file.number(), code), Doer.current(), now);
    audit.record(Act.of(ActKind.ISSUE_RECEIPT, "回执").inCase(file.number()));
    return new Issued(file, ReceiptCode.printed(code), now);
  }

  /**
   * The case that number and code open; empty where they do not belong together. A code that cannot
   * be one is refused without being counted; a number that was tried too often is refused for a
   * while, whether there is such a case or not.
   */
  public Optional<Long> check(String number, String code) {
    String typed = number.strip();
    String plain = ReceiptCode.plain(code);
    if (typed.isEmpty() || typed.length() > LONGEST_NUMBER || !ReceiptCode.fits(plain)) {
      throw new Refusal(Refusal.Kind.CALLER, "没有打开。编号或代码写错了：代码是 10 位，没有 0、1、I、L、O。", "请照回执再填一次。");
    }
    Instant now = clock.instant();
    rows.begin(typed, ALLOWED, PAUSE, now)
        .ifPresent(until -> {
          throw new Refusal(
              Refusal.Kind.RIGHTS,
              "没有打开。这个编号试错的次数太多，" + TIME.format(until) + " 以后才能再试。",
              "代码丢了可以带身份证到受理窗口补发回执。");
        });
    Optional<Long> opened = rows.opened(typed, digest(typed, plain));
    if (opened.isPresent()) {
      transaction.executeWithoutResult(status -> rows.forget(typed, now));
    } else {
      audit.recordAlone(Act.of(ActKind.OPEN_RECEIPT, "回执").refused("编号和代码对不上"));
    }
    return opened;
  }

  private byte[] digest(String number, String code) {
    return keys.keyedDigest(PURPOSE, (number + "\n" + code).getBytes(StandardCharsets.UTF_8));
  }
}
