package org.zhengling.programme.socialassistance.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengling.platform.access.Citizen;
import org.zhengling.platform.access.CitizenSessions;
import org.zhengling.platform.exchange.Looks;
import org.zhengling.programme.socialassistance.work.AllowanceFile;
import org.zhengling.programme.socialassistance.work.AllowanceFiles;
import org.zhengling.programme.socialassistance.work.ConsentText;
import org.zhengling.programme.socialassistance.work.OwnCase;

/** The family's own pages: where the case stands, and who looked at their data. */
@Controller
class MyCasePages {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final CitizenSessions citizens;
  private final AllowanceFiles files;
  private final OwnCase ownCase;
  private final Looks looks;

  MyCasePages(CitizenSessions citizens, AllowanceFiles files, OwnCase ownCase, Looks looks) {
    this.citizens = citizens;
    this.files = files;
    this.ownCase = ownCase;
    this.looks = looks;
  }

  /** One answer first. */
  record Page(String number, OwnCase.Told told, int looks, String ground) {}

  @GetMapping("/my-case")
  String mine(Model model) {
    Citizen citizen = citizens.require();
    AllowanceFile file = files.of(citizen.caseFile());
    model.addAttribute(
        "page",
        new Page(
            file.file().number(),
            ownCase.told(file),
            lines(citizen.caseFile()).size(),
            file.start().edition().document()));
    return "socialassistance/my-case";
  }

  /** Who looked, of one moment: many sources asked at once are one line. */
  record Line(String time, String who, String what, String seen) {}

  /** Everybody who looked. */
  record LookPage(String number, List<Line> lines, String consent) {}

  @GetMapping("/my-case/looks")
  String looks(Model model) {
    Citizen citizen = citizens.require();
    AllowanceFile file = files.of(citizen.caseFile());
    model.addAttribute(
        "page", new LookPage(file.file().number(), lines(citizen.caseFile()), ConsentText.VERSION));
    return "socialassistance/my-looks";
  }

  private List<Line> lines(long caseFile) {
    return looks.ofCase(caseFile).stream()
        .collect(
            Collectors.groupingBy(
                one ->
                    MINUTE.format(one.at())
                        + "\n"
                        + one.postTitle()
                        + "\n"
                        + one.purpose()
                        + "\n"
                        + one.kind().chinese(),
                java.util.LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(MyCasePages::line)
        .toList();
  }

  private static Line line(List<Looks.Look> together) {
    Looks.Look first = together.getFirst();
    long sources = together.stream().map(Looks.Look::source).distinct().count();
    String seen =
        together.stream()
            .flatMap(one -> one.seen().stream())
            .distinct()
            .collect(Collectors.joining("、"));
    return new Line(
        MINUTE.format(first.at()),
        first.postTitle(),
        first.kind().chinese()
            + " "
            + sources
            + " 个来源，为了"
            + first.purpose()
            + "〔"
            + first.clause()
            + "〕",
        seen);
  }
}
