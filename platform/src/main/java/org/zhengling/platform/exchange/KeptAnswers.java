package org.zhengling.platform.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.exchange.store.Bodies;
import org.zhengling.platform.exchange.store.Chains;
import org.zhengling.platform.exchange.store.LookRows;

/** The answers that a case has, read again: every reading is a look at the residents. */
@Component
public class KeptAnswers {
  private static final int LONGEST_WHY = 200;
  private static final List<Permission> MAY_READ =
      List.of(Permission.ASK_SOURCES, Permission.HANDLE_CASE, Permission.DECIDE_CASE);

  private final CurrentPost current;
  private final Chains chains;
  private final Bodies bodies;
  private final LookRows looks;
  private final InstantSource clock;
  private final Audit audit;

  KeptAnswers(
      CurrentPost current,
      Chains chains,
      Bodies bodies,
      LookRows looks,
      InstantSource clock,
      Audit audit) {
    this.current = current;
    this.chains = chains;
    this.bodies = bodies;
    this.looks = looks;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * An enquiry of the case with its latest answer.
   *
   * @param answered absent where none came, as when the server stopped while it waited
   * @param answer absent where none came, or where its body is no longer kept
   */
  public record Kept(Asked asked, @Nullable Answered answered, @Nullable Answer answer) {}

  /**
   * Reads them all, in the order of asking.
   *
   * @param why what for, Chinese; the residents can read it
   */
  @Transactional
  public List<Kept> ofCase(CaseReference inCase, String why) {
    SignedIn by = mayRead();
    if (why.isBlank() || why.length() > LONGEST_WHY) {
      throw new IllegalArgumentException("A look without a reason");
    }
    Map<Long, Answered> latest =
        chains.answeredInCase(inCase.file()).stream()
            .collect(
                Collectors.toMap(
                    Answered::enquiry,
                    one -> one,
                    (a, b) -> Comparator.comparingLong(Answered::id).compare(a, b) > 0 ? a : b));
    List<Kept> kept = new ArrayList<>();
    for (Asked asked : chains.askedInCase(inCase.file())) {
      kept.add(kept(asked, latest.get(asked.id())));
    }
    if (!kept.isEmpty()) {
      Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
      looks.add(kept.stream().map(Kept::asked).toList(), by, why, at);
      audit.record(
          Act.of(ActKind.READ_ANSWERS, kept.size() + " 次查询的答复")
              .forPurpose(why)
              .inCase(inCase.number())
              .concerning(kept.stream().map(one -> one.asked().resident()).toList()));
    }
    return kept;
  }

  private Kept kept(Asked asked, @Nullable Answered answered) {
    if (answered == null) {
      return new Kept(asked, null, null);
    }
    Answer answer = bodies.ofAnswer(answered.id()).map(MessageForm::answer).orElse(null);
    return new Kept(asked, answered, answer);
  }

  private SignedIn mayRead() {
    SignedIn by = current.require();
    if (MAY_READ.stream().noneMatch(by.post()::may)) {
      throw new Refusal(
          Refusal.Kind.RIGHTS, "没有打开。您现在的岗位（" + by.post().title() + "）不能查看核对结果。", "需要时请找经办这件案件的人。");
    }
    return by;
  }
}
