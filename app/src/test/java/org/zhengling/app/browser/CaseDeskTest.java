package org.zhengling.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhengling.app.Startup;
import org.zhengling.engine.time.Budget.WorkingDays;
import org.zhengling.platform.access.Access;
import org.zhengling.platform.access.NewPerson;
import org.zhengling.platform.access.NewPost;
import org.zhengling.platform.access.OneTimeLink;
import org.zhengling.platform.access.OneTimeLinks;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignInAnswer;
import org.zhengling.platform.access.SignInFrom;
import org.zhengling.platform.access.SignIns;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.audit.Actor;
import org.zhengling.platform.cases.CaseClocks;
import org.zhengling.platform.cases.CaseFile;
import org.zhengling.platform.cases.CaseTransfers;
import org.zhengling.platform.cases.Cases;
import org.zhengling.platform.cases.Deed;
import org.zhengling.platform.cases.Ground;
import org.zhengling.platform.cases.JointReviews;
import org.zhengling.platform.cases.Opening;
import org.zhengling.platform.cases.Standing;

/** The desk and the page of a case in a browser: what everybody sees in every procedure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseDeskTest {
  private static final String GUHUAI = "370811011000";
  private static final String PASSWORD = "shi nian shu mu";

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private ConfigurableApplicationContext server;

  @SuppressWarnings("NullAway.Init")
  private Chromium chromium;

  private String address = "";

  @BeforeAll
  void open() {
    Startup.Wish wish =
        new Startup.Wish(folder.resolve("data"), "127.0.0.1", 0, true, Startup.DEMO_DAY, false);
    server = Startup.serve(wish, new PrintWriter(Writer.nullWriter()));
    address = "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
    chromium = new Chromium();
    enter(PostKind.CLERK, GUHUAI);
    enter(PostKind.CASE_OFFICER, GUHUAI);
    enter(PostKind.PROGRAMME_OFFICER, "370811000000");
    enter(PostKind.DECIDER, GUHUAI);
  }

  @AfterAll
  void close() {
    chromium.close();
    server.close();
  }

  private static <T> T did(Supplier<T> act) {
    return new Actor.Program("测试", "370800000000").call(act::get);
  }

  private void enter(PostKind kind, String area) {
    SignedIn administrator = signedIn("guanli", "guanli-shili-2021");
    NewPost post =
        new NewPost(kind, "古槐" + kind.chinese(), area, null, LocalDate.of(2021, 1, 1), null);
    NewPerson person = new NewPerson(name(kind), "李" + kind.chinese().charAt(0), true);
    OneTimeLink link =
        administrator.call(() -> server.getBean(Access.class).createPerson(person, post));
    did(() -> {
      server.getBean(OneTimeLinks.class).setPassword(link.token(), PASSWORD);
      return true;
    });
  }

  private static String name(PostKind kind) {
    return "lamp." + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private SignedIn signedIn(String name, String password) {
    SignInAnswer answer =
        did(() ->
            server
                .getBean(SignIns.class)
                .signIn(name, password, new SignInFrom("127.0.0.1", "Linux，Chrome")));
    return ((SignInAnswer.Welcome) answer).signedIn();
  }

  private SignedIn as(PostKind kind) {
    return signedIn(name(kind), PASSWORD);
  }

  private CaseFile opened(String seed) {
    Deed deed = new Deed(form(seed), "reported", "受理", "{}");
    Standing standing = Standing.open("待检修", "派人去看", PostKind.CASE_OFFICER);
    Opening opening = new Opening("street-lamp", GUHUAI, seed, null, deed, standing, true);
    CaseFile file = as(PostKind.CLERK).call(() -> server.getBean(Cases.class).open(opening));
    as(PostKind.CASE_OFFICER)
        .call(() -> {
          server.getBean(CaseClocks.class).start(file.id(), "review");
          return true;
        });
    return file;
  }

  private static UUID form(String seed) {
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
  }

  private Visit visit(PostKind kind, int width) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(width, 900);
    Visit visit = new Visit(chromium.browser().newContext(options), address);
    visit.open("/sign-in");
    visit.page().fill("#name", name(kind));
    visit.page().fill("#password", PASSWORD);
    visit.press("登录");
    return visit;
  }

  private static void fits(Visit visit) {
    Object wider =
        visit
            .page()
            .evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    assertThat(wider).as("scrolls sideways: " + visit.page().url()).isEqualTo(false);
    assertThat(visit.complaints()).isEmpty();
  }

  @Test
  void a_case_is_on_the_desk_in_my_work_and_on_its_page_also_on_a_phone() {
    CaseFile file = opened("张三户");
    CaseFile halted = opened("李四户");
    as(PostKind.CASE_OFFICER)
        .call(() -> {
          server.getBean(CaseClocks.class).suspend(halted.id(), Ground.CORRECTION, "补正照片");
          server
              .getBean(JointReviews.class)
              .ask(
                  halted.id(),
                  form("ask"),
                  new JointReviews.Question(
                      List.of(new JointReviews.Asked("370811000000", null)),
                      "换灯方案",
                      new WorkingDays(3),
                      LampProcedure.CLAUSE));
          return true;
        });
    for (int width : new int[] {1280, 390}) {
      try (Visit officer = visit(PostKind.CASE_OFFICER, width)) {
        officer.open("/work");
        assertThat(officer.text()).contains("路灯报修　张三户", file.number(), "派人去看");
        fits(officer);
        Pictures.take(officer.page(), "case-work-" + width);
        officer.open("/cases");
        assertThat(officer.text()).contains("路灯报修　张三户", "会审意见：任城区", "用 0 / 限 20");
        fits(officer);
        Pictures.take(officer.page(), "case-inbox-" + width);
        officer.open("/cases/" + halted.id());
        assertThat(officer.text()).contains(halted.number(), "已中止", "补正照片", "任城区", "还没有答复", "办理经过");
        fits(officer);
        Pictures.take(officer.page(), "case-page-" + width);
      }
    }
    try (Visit county = visit(PostKind.PROGRAMME_OFFICER, 1280)) {
      county.open("/cases/" + halted.id());
      county.page().fill("#opinion", "先换电缆");
      county.press("提交意见");
      assertThat(county.text()).contains("已记下意见。", "先换电缆");
    }
  }

  @Test
  void a_paper_is_taken_and_one_that_is_not_what_it_says_keeps_what_was_typed() {
    CaseFile file = opened("王五户");
    try (Visit officer = visit(PostKind.CASE_OFFICER, 1280)) {
      officer.open("/cases/" + file.id());
      officer.page().fill("#title", "坏灯照片");
      byte[] text = "灯坏了".getBytes(StandardCharsets.UTF_8);
      officer.page().setInputFiles("#file", new FilePayload("a.pdf", "application/pdf", text));
      officer.press("上传材料");
      assertThat(officer.text()).contains("没有收下。", "内容却是文本文件");
      assertThat(officer.page().inputValue("#title")).isEqualTo("坏灯照片");
      officer.page().setInputFiles("#file", new FilePayload("a.txt", "text/plain", text));
      officer.press("上传材料");
      assertThat(officer.text()).contains("已收下这份材料。", "坏灯照片", "收到材料");
    }
  }

  @Test
  void who_was_slower_learns_who_did_what_and_keeps_the_words() {
    CaseFile file = opened("赵六户");
    try (Visit officer = visit(PostKind.CASE_OFFICER, 1280)) {
      officer.open("/cases/" + file.id());
      officer.page().fill("#withdraw-ground", "自己修好了");
      as(PostKind.CLERK)
          .call(() ->
              server
                  .getBean(Cases.class)
                  .act(
                      file.id(),
                      file.version(),
                      new Deed(form("faster"), "seen", "看过", "{}"),
                      file.standing()));
      officer.press("记下撤回");
      assertThat(officer.text()).contains("已改过这份申请。", "您写的都保留着，", "看过");
      assertThat(officer.page().inputValue("#withdraw-ground")).isEqualTo("自己修好了");
      officer.press("记下撤回");
      assertThat(officer.text()).contains("已记下申请人撤回", "已撤回");
    }
  }

  @Test
  void a_receipt_shows_its_code_once_and_a_closed_case_is_opened_again() {
    CaseFile file = opened("钱七户");
    try (Visit clerk = visit(PostKind.CLERK, 1280)) {
      clerk.open("/cases/" + file.id());
      clerk.press("打印回执");
      assertThat(clerk.text())
          .contains("查询代码", file.number())
          .containsPattern("[2-9A-Z]{5}-[2-9A-Z]{5}");
      fits(clerk);
      Pictures.take(clerk.page(), "case-receipt");
      clerk.open("/cases/" + file.id());
      assertThat(clerk.text()).doesNotContainPattern("[2-9A-Z]{5}-[2-9A-Z]{5}");
    }
    as(PostKind.CLERK)
        .call(() -> server.getBean(CaseTransfers.class).withdraw(file.id(), 1, form("w"), "不修了"));
    try (Visit decider = visit(PostKind.DECIDER, 1280)) {
      decider.open("/cases/" + file.id());
      decider.page().fill("#reopen-ground", "又坏了");
      decider.press("重新办理这件");
      assertThat(decider.text()).contains("重新检修");
    }
  }
}
