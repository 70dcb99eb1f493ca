package org.zhengling.platform.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.AreaDirectory.Area;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import tools.jackson.databind.json.JsonMapper;

/** Handing over, withdrawing, opening again: the same in every procedure, each with its ground. */
@Component
public class CaseTransfers {
  private static final int LONGEST_GROUND = 200;
  private static final JsonMapper JSON = new JsonMapper();

  private final CaseSteps steps;
  private final Procedures procedures;
  private final AreaDirectory areas;
  private final CurrentPost current;

  CaseTransfers(CaseSteps steps, Procedures procedures, AreaDirectory areas, CurrentPost current) {
    this.steps = steps;
    this.procedures = procedures;
    this.areas = areas;
    this.current = current;
  }

  /** Gives an open case to other posts, also of another area. */
  @Transactional
  public CaseFile handOver(long id, int expected, UUID form, HandOver to, String ground) {
    requireDesk();
    Area area =
        areas
            .area(to.area())
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.CALLER, "没有移交。没有这个区划。", "您写的都保留着，", "请重新选一个。"));
    Map<String, String> payload = new LinkedHashMap<>();
    payload.put("area", area.code());
    payload.put("desk", to.desk().name());
    payload.put("ground", checked(ground));
    Deed deed = Deed.of(OfficeAct.HANDED_OVER, form, JSON.writeValueAsString(payload));
    CaseFile file = steps.lock(id);
    if (steps.done(file, deed)) {
      return file;
    }
    steps.refuseStale(file, expected);
    refuseClosed(file, "没有移交。");
    return steps.handOver(file, deed, to);
  }

  /** The applicant wants nothing more: the case ends, its clocks stop. */
  @Transactional
  public CaseFile withdraw(long id, int expected, UUID form, String ground) {
    requireDesk();
    Deed deed = Deed.of(OfficeAct.WITHDRAWN, form, because(ground));
    CaseFile file = steps.lock(id);
    if (steps.done(file, deed)) {
      return file;
    }
    steps.refuseStale(file, expected);
    refuseClosed(file, "没有撤回。");
    Standing before = file.standing();
    return steps.step(
        file, deed, new Standing("已撤回", "", Phase.WITHDRAWN, before.desk(), before.deskArea()));
  }

  /** A case that ended goes on where its procedure says; the clocks start with its next act. */
  @Transactional
  public CaseFile reopen(long id, int expected, UUID form, String ground) {
    current.require(Permission.DECIDE_CASE);
    Deed deed = Deed.of(OfficeAct.REOPENED, form, because(ground));
    CaseFile file = steps.lock(id);
    if (steps.done(file, deed)) {
      return file;
    }
    steps.refuseStale(file, expected);
    if (file.standing().phase() == Phase.OPEN) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有重新办理。这件还在办。", "不用再做什么。");
    }
    return steps.step(file, deed, procedures.of(file.procedure()).reopened());
  }

  /** Taking, handling and deciding posts have cases on their desk. */
  private void requireDesk() {
    SignedIn by = current.require();
    if (!by.post().may(Permission.ACCEPT_CASE) && !by.post().may(Permission.HANDLE_CASE)) {
      current.require(Permission.DECIDE_CASE);
    }
  }

  private static void refuseClosed(CaseFile file, String what) {
    if (file.standing().phase() != Phase.OPEN) {
      throw new Refusal(
          Refusal.Kind.CONFLICT, what + "这件" + file.standing().phase().chinese() + "。", "不用再做什么。");
    }
  }

  private static String because(String ground) {
    return JSON.writeValueAsString(Map.of("ground", checked(ground)));
  }

  private static String checked(String ground) {
    String plain = ground.strip();
    if (plain.isEmpty() || plain.length() > LONGEST_GROUND) {
      throw new Refusal(
          Refusal.Kind.CALLER,
          "没有提交。没有写理由，或超过 " + LONGEST_GROUND + " 个字。",
          "您写的都保留着，",
          "请写一句理由，再提交。");
    }
    return plain;
  }
}
