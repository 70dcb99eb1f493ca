package org.zhengling.platform.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.exchange.Agreement;
import org.zhengling.platform.exchange.Anomalies;
import org.zhengling.platform.exchange.Catalogue;
import org.zhengling.platform.exchange.ChainCheck;
import org.zhengling.platform.exchange.Health;
import org.zhengling.platform.exchange.LegalPurpose;
import org.zhengling.platform.exchange.Source;
import org.zhengling.platform.exchange.SourceHealth;
import org.zhengling.platform.keys.Sm3;

/** The catalogue of sources with their state, one source with its agreements, unusual enquiries. */
@Controller
class SourcePages {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** From so many days before its end an agreement is warned of. */
  private static final int WARN_DAYS = 60;

  private final CurrentPost current;
  private final Catalogue catalogue;
  private final SourceHealth health;
  private final ChainCheck chains;
  private final Anomalies anomalies;
  private final BusinessDay day;

  SourcePages(
      CurrentPost current,
      Catalogue catalogue,
      SourceHealth health,
      ChainCheck chains,
      Anomalies anomalies,
      BusinessDay day) {
    this.current = current;
    this.catalogue = catalogue;
    this.health = health;
    this.chains = chains;
    this.anomalies = anomalies;
    this.day = day;
  }

  /** What a source is today; the light is one of the closed list, the words are of this page. */
  private enum State {
    CONNECTED("met", "已接通"),
    ENDING("unknown", "快到期"),
    RESTING("unknown", "暂停查询"),
    CLOSED("unmet", "不能查询"),
    RETIRED("unmet", "已停用");

    private final String light;
    private final String words;

    State(String light, String words) {
      this.light = light;
      this.words = words;
    }
  }

  /** A source in the list. */
  record Line(
      String slug,
      String name,
      String department,
      String code,
      String way,
      String light,
      String state,
      String agreement,
      String failure,
      boolean sample) {}

  @GetMapping("/sources")
  String list(Model model) {
    current.require(Permission.KEEP_SOURCES);
    Map<String, Health> known = healthBySource();
    List<Line> lines =
        catalogue.sources().stream().map(source -> line(source, known.get(source.slug()))).toList();
    model.addAttribute("lines", lines);
    model.addAttribute(
        "open", lines.stream().filter(one -> !one.light().equals(State.CONNECTED.light)).count());
    return "exchange/sources";
  }

  private Map<String, Health> healthBySource() {
    return health.all().stream().collect(Collectors.toMap(Health::source, Function.identity()));
  }

  private Line line(Source source, @Nullable Health known) {
    Optional<Agreement> agreement =
        catalogue.agreements(source.slug()).stream()
            .filter(one -> one.holdsOn(day.today()))
            .findFirst();
    State state = state(source, agreement, known);
    return new Line(
        source.slug(),
        source.listing().name(),
        source.listing().department(),
        source.listing().code(),
        source.way().kind().chinese(),
        state.light,
        state.words,
        agreement.map(one -> "到 " + one.lastDay() + "，还有 " + left(one) + " 天").orElse("没有有效协议"),
        known == null || known.lastFailure().isEmpty()
            ? "没有"
            : minute(known.lastFailureAt()) + " " + known.lastFailure(),
        source.sample());
  }

  private State state(Source source, Optional<Agreement> agreement, @Nullable Health known) {
    if (source.retiredOn() != null) {
      return State.RETIRED;
    }
    if (agreement.isEmpty()) {
      return State.CLOSED;
    }
    if (known != null && known.openedAt() != null) {
      return State.RESTING;
    }
    return left(agreement.get()) <= WARN_DAYS ? State.ENDING : State.CONNECTED;
  }

  private long left(Agreement agreement) {
    return ChronoUnit.DAYS.between(day.today(), agreement.endDay());
  }

  private static String minute(@Nullable Instant at) {
    return at == null ? "" : MINUTE.format(at.atZone(ZONE));
  }

  /** A wrong field. */
  record Problem(String field, String message) {}

  /** What was typed into the form of an agreement, kept when it is refused. */
  record AgreementForm(
      String number,
      String firstDay,
      String lastDay,
      List<String> purposes,
      String deedSignedOn,
      Map<String, String> problems) {
    static final AgreementForm EMPTY = new AgreementForm("", "", "", List.of(), "", Map.of());

    /** For the list above the form. */
    public List<Problem> list() {
      return problems.entrySet().stream()
          .map(one -> new Problem(one.getKey(), one.getValue()))
          .toList();
    }
  }

  @GetMapping("/sources/{slug}")
  String one(@PathVariable String slug, Model model) {
    return page(slug, AgreementForm.EMPTY, model);
  }

  private String page(String slug, AgreementForm form, Model model) {
    current.require(Permission.KEEP_SOURCES);
    Source source = known(slug);
    List<LegalPurpose> purposes = catalogue.purposes();
    model.addAttribute("source", source);
    model.addAttribute("line", line(source, healthBySource().get(slug)));
    model.addAttribute("way", source.way().withoutSecrets().toString());
    model.addAttribute("agreements", catalogue.agreements(slug));
    model.addAttribute("purposes", purposes);
    model.addAttribute(
        "purposeNames",
        purposes.stream().collect(Collectors.toMap(LegalPurpose::slug, LegalPurpose::name)));
    model.addAttribute("loads", health.loads(slug));
    model.addAttribute("form", form);
    return "exchange/source";
  }

  private Source known(String slug) {
    return catalogue
        .source(slug)
        .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这个数据源。", "请从数据源目录里重新打开。"));
  }

  @PostMapping("/sources/{slug}/agreements")
  String agree(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String firstDay,
      @RequestParam(defaultValue = "") String lastDay,
      @RequestParam(defaultValue = "") List<String> purposes,
      @RequestParam(defaultValue = "") String deedSignedOn,
      @RequestParam(required = false) @Nullable MultipartFile document,
      @RequestParam(required = false) @Nullable MultipartFile deed,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response) {
    current.require(Permission.KEEP_SOURCES);
    Map<String, String> problems = new LinkedHashMap<>();
    LocalDate first = typed(firstDay, "firstDay", problems);
    LocalDate last = typed(lastDay, "lastDay", problems);
    LocalDate signed = typed(deedSignedOn, "deedSignedOn", problems);
    try {
      if (!problems.isEmpty()) {
        throw new Misfilled(problems);
      }
      catalogue.enter(
          new Agreement.Draft(
              slug,
              number.strip(),
              first,
              last,
              Set.copyOf(purposes),
              digest(document),
              digest(deed),
              signed));
    } catch (Misfilled wrong) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(
          slug,
          new AgreementForm(number, firstDay, lastDay, purposes, deedSignedOn, wrong.problems()),
          model);
    }
    flash.addFlashAttribute("said", "已登记协议 " + number.strip() + "。文本请按档案要求保存，这里留下它的摘要。");
    flash.addAttribute("slug", slug);
    return "redirect:/sources/{slug}";
  }

  private static LocalDate typed(String text, String field, Map<String, String> problems) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      problems.put(field, "请写成 2021-01-01 的样子。");
      return LocalDate.EPOCH;
    }
  }

  /** Empty where no file came; the catalogue then says what is missing. */
  private static String digest(@Nullable MultipartFile file) {
    if (file == null || file.isEmpty()) {
      return "";
    }
    try {
      return Sm3.hex(file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the folder for temporary files is gone", e);
    }
  }

  @PostMapping("/sources/{slug}/agreements/{agreement}/end")
  String end(
      @PathVariable String slug,
      @PathVariable long agreement,
      @RequestParam(defaultValue = "") String ground,
      RedirectAttributes flash) {
    current.require(Permission.KEEP_SOURCES);
    try {
      catalogue.end(agreement, day.today(), ground);
      flash.addFlashAttribute("said", "协议从今天起终止，以前的查询不受影响。");
    } catch (Misfilled wrong) {
      flash.addFlashAttribute("refused", "没有终止。" + String.join("", wrong.problems().values()));
    }
    flash.addAttribute("slug", slug);
    return "redirect:/sources/{slug}";
  }

  @PostMapping("/sources/{slug}/check")
  String check(@PathVariable String slug, RedirectAttributes flash) {
    current.require(Permission.KEEP_SOURCES);
    ChainCheck.Result result = chains.check(known(slug).slug());
    if (result.faults().isEmpty()) {
      flash.addFlashAttribute(
          "said", "查询链完好：" + result.links() + " 条首尾相连，" + result.bodies() + " 份报文和摘要一致。");
    } else {
      ChainCheck.Fault first = result.faults().getFirst();
      flash.addFlashAttribute(
          "refused", "查询链第 " + first.seq() + " 条：" + first.what() + "。请告诉安全管理岗，从备份核对。");
    }
    flash.addAttribute("slug", slug);
    return "redirect:/sources/{slug}";
  }

  @GetMapping("/sources-anomalies")
  String anomalies(Model model) {
    current.require(Permission.KEEP_SOURCES);
    model.addAttribute("report", anomalies.report());
    return "exchange/anomalies";
  }
}
