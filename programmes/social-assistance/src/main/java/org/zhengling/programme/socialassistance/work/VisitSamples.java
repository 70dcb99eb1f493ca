package org.zhengling.programme.socialassistance.work;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.keys.Sm3;
import org.zhengling.programme.socialassistance.rules.VisitDraw;
import org.zhengling.programme.socialassistance.store.Allowances;
import org.zhengling.programme.socialassistance.store.Allowances.Listed;

/** Draws the homes that a county visits itself; anybody can draw them again. */
@Component
public class VisitSamples {
  private static final String TO_DECIDE = "等待作出决定";

  private final CurrentPost current;
  private final Allowances allowances;
  private final Investigation investigation;
  private final PolicyNumbers numbers;
  private final BusinessDay day;

  VisitSamples(
      CurrentPost current,
      Allowances allowances,
      Investigation investigation,
      PolicyNumbers numbers,
      BusinessDay day) {
    this.current = current;
    this.allowances = allowances;
    this.investigation = investigation;
    this.numbers = numbers;
    this.day = day;
  }

  /**
   * Lists every case of the post's county that waits for a decision and was in no draw before, and
   * draws the share that the rules ask for.
   *
   * @param seed made known before, at least four characters: the numbers of a lottery
   */
  @Transactional
  public Allowances.Draw draw(UUID form, String seed) {
    SignedIn by = current.require(Permission.HANDLE_CASE);
    String county = by.post().areaCode();
    String plain = seed.strip();
    if (plain.length() < 4 || plain.length() > 80) {
      throw new Misfilled(Map.of("seed", "请写事先公开的种子，4 到 80 个字。"));
    }
    List<Listed> listed = allowances.toDraw(county, List.of(TO_DECIDE));
    if (listed.isEmpty()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有抽取。现在没有等待决定、还没抽过的申请。", "下一批公示期满后再抽。");
    }
    List<String> cases = listed.stream().map(Listed::number).sorted().toList();
    int percent = numbers.count("county-visit-share", day.today(), county);
    Allowances.Draw draw =
        new Allowances.Draw(
            county,
            day.today(),
            percent,
            plain,
            cases,
            Sm3.hex(String.join("\n", cases)),
            VisitDraw.draw(cases, percent, plain),
            by.personId(),
            by.post().title());
    allowances.add(draw);
    for (Listed one : listed) {
      if (draw.drawn().contains(one.number())) {
        investigation.askForVisit(
            one.caseFile(), Applications.part(form, one.number()), "抽取，种子 " + plain);
      }
    }
    return draw;
  }

  /** Draws of the post's county, newest first. */
  public List<Allowances.Draw> ofCounty() {
    return allowances.draws(current.require().post().areaCode());
  }
}
