package org.zhengling.platform.registry;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.registry.MoveRequest.Answer;
import org.zhengling.platform.registry.store.MoveRequests;

/**
 * The way on where somebody is registered in another county: that county is asked to hand them
 * over. Who asks learns nothing of the person before it agrees.
 */
@Component
public class Moves {
  private static final int MOST_LISTED = 200;

  private final MoveRequests requests;
  private final Households households;
  private final Seals seals;
  private final Territory territory;
  private final AreaDirectory areas;
  private final BusinessDay day;
  private final InstantSource clock;
  private final Audit audit;

  Moves(
      MoveRequests requests,
      Households households,
      Seals seals,
      Territory territory,
      AreaDirectory areas,
      BusinessDay day,
      InstantSource clock,
      Audit audit) {
    this.requests = requests;
    this.households = households;
    this.seals = seals;
    this.territory = territory;
    this.areas = areas;
    this.day = day;
    this.clock = clock;
    this.audit = audit;
  }

  /** Asks; answers the number of the request. */
  @Transactional
  public long ask(IdNumber number, String area, String ground) {
    refuseWithout(ground);
    Territory.Spot spot = territory.within(area);
    long id =
        requests
            .ask(seals.digestOf(number), spot.area(), spot.county(), ground.strip(), By.now(clock))
            .orElseThrow(() ->
                new Refusal(
                    Refusal.Kind.CONFLICT, "没有再申请一次。同一人转入这里的申请还没有答复，或这个号码没有登记过。", "请在“转入申请”里看进展。"));
    audit.record(Act.of(ActKind.ASK_MOVE, "转入申请 " + id).forPurpose(ground.strip()));
    return id;
  }

  /** The holding area agrees: the person leaves their household there and is handed over. */
  @Transactional
  public void agree(long request, String ground) {
    MoveRequest asked = answered(request, Answer.AGREED, ground);
    households
        .of(asked.resident(), day.today())
        .filter(membership -> membership.days().to() == null)
        .ifPresent(membership -> households.leave(membership.id(), day.today(), "迁往外县：" + request));
    if (!requests.handOver(request)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有转出。这个人已经不在申请时的区划。", "请重新打开人员页看现状，再答复。");
    }
    record(asked, "同意", ground);
  }

  /** The holding area does not agree, and says why. */
  @Transactional
  public void decline(long request, String ground) {
    record(answered(request, Answer.DECLINED, ground), "不同意", ground);
  }

  private MoveRequest answered(long request, Answer answer, String ground) {
    refuseWithout(ground);
    MoveRequest asked =
        requests
            .byId(request)
            .filter(this::isMine)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.ABSENT, "没有答复。没有这份申请，或不由您的区划答复。", "请回到转入申请。"));
    if (!requests.answer(request, answer, ground.strip(), By.now(clock))) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有再答复一次。这份申请刚刚有人答复过。", "请回到转入申请看结果。");
    }
    return asked;
  }

  /** Whether the scope in force is the one to answer. */
  public boolean isMine(MoveRequest request) {
    return areas.within(
        request.fromArea(), Set.copyOf(Scope.current().map(Scope::areas).orElse(List.of())));
  }

  private void record(MoveRequest asked, String answer, String ground) {
    audit.record(
        Act.of(ActKind.ANSWER_MOVE, "转入申请 " + asked.id() + "，" + answer)
            .forPurpose(ground.strip())
            .concerning(asked.resident()));
  }

  private static void refuseWithout(String ground) {
    if (ground.isBlank() || ground.strip().length() > 300) {
      throw new Misfilled(Map.of("ground", "请写依据，最多 300 个字。"));
    }
  }

  /** Requests that the scope asked or answers, open ones first. */
  @Transactional(readOnly = true)
  public List<MoveRequest> inScope() {
    return requests.latest(MOST_LISTED);
  }

  /** One of them. */
  @Transactional(readOnly = true)
  public Optional<MoveRequest> byId(long request) {
    return requests.byId(request);
  }
}
