package org.zhengling.platform.ledger.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.ledger.Account;
import org.zhengling.platform.ledger.Budget;
import org.zhengling.platform.ledger.Budgets;
import org.zhengling.platform.ledger.Fund;
import org.zhengling.platform.ledger.OwnerKind;
import org.zhengling.platform.ledger.Pot;
import org.zhengling.platform.ledger.Reserve;
import org.zhengling.platform.ledger.SourceLevel;
import org.zhengling.platform.ledger.store.AccountViews;

/** Funds of the scope, one account's statement, and the reserves of townships. */
@Controller
class FundPages {
  private static final int PAGE = 50;
  private static final int KEY_BYTES = 16;

  private final CurrentPost current;
  private final Budgets budgets;
  private final AccountViews views;
  private final AreaDirectory areas;
  private final BusinessDay day;
  private final SecureRandom random;

  FundPages(
      CurrentPost current,
      Budgets budgets,
      AccountViews views,
      AreaDirectory areas,
      BusinessDay day,
      SecureRandom random) {
    this.current = current;
    this.budgets = budgets;
    this.views = views;
    this.areas = areas;
    this.day = day;
    this.random = random;
  }

  /** An account in the list. */
  record AccountLine(
      long id, String area, String purpose, String level, String pot, String amount, long moves) {}

  /**
   * What was typed to appropriate, kept when it is refused.
   *
   * @param key makes the form count once
   */
  record AppropriateForm(
      String key, String purpose, String level, String amount, String ground, String problem) {}

  /** The page of funds. */
  record FundsPage(
      int year,
      List<Integer> years,
      List<Budget> budgets,
      Money left,
      List<AccountLine> accounts,
      boolean mayKeep,
      AppropriateForm form) {
    public List<SourceLevel> levels() {
      return List.of(SourceLevel.values());
    }

    public String yuan(long fen) {
      return new Money(fen).toString();
    }
  }

  /** A line of the statement as it is read. */
  record Line(
      String day, String movement, String about, String change, String after, String other) {}

  /** The statement of one account. */
  record StatementPage(Account account, String areaName, List<Line> lines, @Nullable Long next) {
    public String yuan(long fen) {
      return new Money(fen).toString();
    }

    /** The account may be carried over: what is left of a budget, in a year that is over. */
    public boolean carries(int year) {
      return account.key().pot() == Pot.AVAILABLE
          && account.amount() > 0
          && account.key().fund().year() < year;
    }
  }

  /** What may be done with a reserve. */
  record ReserveLine(Reserve reserve, String key) {
    public String yuan(long fen) {
      return new Money(fen).toString();
    }
  }

  /** A township that may keep a reserve. */
  record Township(String code, String name) {}

  /** The page of reserves. */
  record ReservesPage(
      List<ReserveLine> lines,
      long low,
      List<Township> townships,
      List<String> purposes,
      String problem) {
    public List<SourceLevel> levels() {
      return List.of(SourceLevel.values());
    }
  }

  @ModelAttribute("thisYear")
  int thisYear() {
    return day.today().getYear();
  }

  @GetMapping("/funds")
  String funds(@RequestParam(required = false) @Nullable Integer year, Model model) {
    return funds(year, new AppropriateForm(key(), "", "COUNTY", "", "", ""), model);
  }

  private String funds(@Nullable Integer wanted, AppropriateForm form, Model model) {
    SignedIn by = current.require(Permission.KEEP_FUNDS);
    int year = wanted == null ? day.today().getYear() : wanted;
    List<Budget> all = budgets.ofYear(year);
    List<AccountLine> accounts =
        views.ofYear(year).stream()
            .filter(one -> one.key().fund().kind() != OwnerKind.OUTSIDE)
            .map(this::line)
            .toList();
    Money left = new Money(all.stream().mapToLong(Budget::left).sum());
    boolean mayKeep = by.post().may(Permission.KEEP_FUNDS);
    model.addAttribute(
        "page", new FundsPage(year, views.years(), all, left, accounts, mayKeep, form));
    return "ledger/funds";
  }

  private AccountLine line(Account one) {
    Fund fund = one.key().fund();
    return new AccountLine(
        one.id(),
        name(fund.area()),
        fund.purpose() + (fund.kind() == OwnerKind.RESERVE ? "（备用金）" : ""),
        fund.level().chinese(),
        one.key().pot().chinese(),
        new Money(one.amount()).toString(),
        one.moves());
  }

  private String name(String area) {
    return areas.area(area).map(AreaDirectory.Area::name).orElse(area);
  }

  private String key() {
    byte[] drawn = new byte[KEY_BYTES];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  private static Money money(String yuan) {
    try {
      return Money.parse(yuan.strip());
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          Refusal.Kind.CALLER, "没有记账。金额“" + yuan + "”不是元。", "请写成 1234.56 的样子，最多两位小数。");
    }
  }

  private static SourceLevel level(String name) {
    for (SourceLevel one : SourceLevel.values()) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    throw new Refusal(Refusal.Kind.CALLER, "没有记账。没有选资金来源的级次。", "请从名单里选。");
  }

  @PostMapping("/funds/appropriate")
  String appropriate(
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String purpose,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String ground,
      Model model,
      RedirectAttributes flash,
      jakarta.servlet.http.HttpServletResponse response) {
    SignedIn by = current.require(Permission.KEEP_FUNDS);
    try {
      Money money = money(amount);
      if (purpose.isBlank() || purpose.strip().length() > 100) {
        throw new Refusal(Refusal.Kind.CALLER, "没有记账。没有写用途，或用途超过 100 字。", "请写明用途。");
      }
      Fund fund =
          Fund.ofArea(by.post().areaCode(), purpose.strip(), level(level), day.today().getYear());
      budgets.appropriate("form " + hex(key), fund, money, ground.strip());
      flash.addFlashAttribute("said", "已下达 " + money + " 元。记错了另作冲正。");
      return "redirect:/funds";
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.CALLER) {
        throw refusal;
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String problem = refusal.happened() + "您写的都保留着。" + refusal.todo();
      return funds(
          null, new AppropriateForm(key(), purpose, level, amount, ground, problem), model);
    }
  }

  private static String hex(String key) {
    if (!key.matches("[0-9a-f]{32}")) {
      throw new Refusal(Refusal.Kind.CALLER, "没有记账。表单不完整。", "请重新打开这一页再填。");
    }
    return key;
  }

  @GetMapping("/funds/accounts/{id}")
  String statement(
      @PathVariable long id, @RequestParam(required = false) @Nullable Long before, Model model) {
    current.require(Permission.KEEP_FUNDS);
    Account account = account(id);
    List<AccountViews.StatementLine> found = views.statement(id, before, PAGE + 1);
    List<AccountViews.StatementLine> shown = found.stream().limit(PAGE).toList();
    Map<Long, Account> others =
        views
            .accounts(shown.stream().map(AccountViews.StatementLine::other).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Account::id, Function.identity()));
    List<Line> lines =
        shown.stream()
            .map(one ->
                new Line(
                    one.day().toString(),
                    one.movement().chinese(),
                    one.about(),
                    new Money(one.change()).toString(),
                    new Money(one.after()).toString(),
                    other(others.get(one.other()))))
            .toList();
    Long next = found.size() > PAGE ? shown.getLast().id() : null;
    model.addAttribute(
        "page", new StatementPage(account, name(account.key().fund().area()), lines, next));
    model.addAttribute("key", key());
    return "ledger/statement";
  }

  private static String other(@Nullable Account account) {
    if (account == null) {
      return "范围以外的账户";
    }
    Fund fund = account.key().fund();
    String whose =
        switch (fund.kind()) {
          case OUTSIDE -> "资金来源";
          case PERSON -> "居民 " + fund.owner();
          case ORGANISATION, AREA, RESERVE -> fund.level().chinese() + fund.purpose();
        };
    return whose + "·" + account.key().pot().chinese();
  }

  private Account account(long id) {
    return views
        .account(id)
        .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这个账户，或它不在您的区划内。", "请从资金账户里重新打开。"));
  }

  @PostMapping("/funds/accounts/{id}/carry-over")
  String carryOver(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String key,
      RedirectAttributes flash) {
    current.require(Permission.KEEP_FUNDS);
    Account account = account(id);
    if (account.key().pot() != Pot.AVAILABLE
        || account.key().fund().year() >= day.today().getYear()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有结转。只有往年的可用资金才结转。", "请从资金账户里另选。");
    }
    Money moved = budgets.carryOver("form " + hex(key), account.key().fund());
    flash.addFlashAttribute("said", "已结转 " + moved + " 元到下一年。");
    flash.addAttribute("id", id);
    return "redirect:/funds/accounts/{id}";
  }

  @GetMapping("/funds/reserves")
  String reserves(Model model) {
    return reserves("", model);
  }

  private String reserves(String problem, Model model) {
    SignedIn by = current.require(Permission.KEEP_FUNDS);
    List<ReserveLine> lines =
        budgets.reserves().stream().map(one -> new ReserveLine(one, key())).toList();
    long low = lines.stream().filter(one -> one.reserve().low()).count();
    List<String> purposes =
        budgets.ofYear(day.today().getYear()).stream().map(Budget::purpose).distinct().toList();
    model.addAttribute(
        "page", new ReservesPage(lines, low, townships(by.post().areaCode()), purposes, problem));
    return "ledger/reserves";
  }

  private List<Township> townships(String area) {
    List<AreaDirectory.Area> below = areas.children(area);
    return below.stream()
        .filter(one -> one.level() == AreaDirectory.Level.TOWNSHIP)
        .map(one -> new Township(one.code(), one.name()))
        .toList();
  }

  @PostMapping("/funds/reserves")
  String keepReserve(
      @RequestParam(defaultValue = "") String township,
      @RequestParam(defaultValue = "") String purpose,
      @RequestParam(defaultValue = "") String quota,
      @RequestParam(defaultValue = "") String warnBelow,
      Model model,
      RedirectAttributes flash,
      jakarta.servlet.http.HttpServletResponse response) {
    current.require(Permission.KEEP_FUNDS);
    try {
      if (purpose.isBlank() || purpose.strip().length() > 100) {
        throw new Refusal(Refusal.Kind.CALLER, "没有设置。没有写用途。", "请写明用途。");
      }
      budgets.keepReserve(township, purpose.strip(), money(quota), money(warnBelow));
      flash.addFlashAttribute("said", "已设置备用金。");
      return "redirect:/funds/reserves";
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return reserves(refusal.happened() + refusal.todo(), model);
    }
  }

  @PostMapping("/funds/reserves/replenish")
  String replenish(
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String township,
      @RequestParam(defaultValue = "") String purpose,
      @RequestParam(defaultValue = "") String level,
      Model model,
      RedirectAttributes flash,
      jakarta.servlet.http.HttpServletResponse response) {
    SignedIn by = current.require(Permission.KEEP_FUNDS);
    try {
      Fund from =
          Fund.ofArea(
              by.post().areaCode(),
              purpose.isBlank() ? "—" : purpose,
              level(level),
              day.today().getYear());
      Money moved = budgets.replenish("form " + hex(key), township, purpose, from);
      flash.addFlashAttribute("said", "已补足 " + moved + " 元。");
      return "redirect:/funds/reserves";
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return reserves(refusal.happened() + refusal.todo(), model);
    }
  }
}
