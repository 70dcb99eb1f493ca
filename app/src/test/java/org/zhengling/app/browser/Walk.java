package org.zhengling.app.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A walk through every kind of page, as those who may open it. */
final class Walk {
  private static final String ORDER = "济政字〔2020〕53号";

  private static final List<String> PUBLIC =
      List.of(
          "/",
          "/gazettes",
          "/documents/" + Visit.encode(ORDER),
          Visit.clause(ORDER, "二(三)7"),
          Visit.clause(ORDER, "二"),
          "/chronicle",
          "/search?q=" + Visit.encode("低保"),
          "/search?q=" + Visit.encode("查不到的词"),
          "/search?q=" + Visit.encode("托育 渠") + "&kind=clause&from=2020-08-01&to=x",
          Visit.clause(ORDER, "二(三)7") + "?words=" + Visit.encode("核对"),
          "/chronicle?place=" + Visit.encode("济宁"),
          "/search?q=x",
          "/tools",
          "/tools/calendar?from=2020-09-25&days=15",
          "/tools/calendar?from=2020-09-25&days=x",
          "/tools/identity",
          "/language",
          "/sign-in",
          "/sign-in?why=needed&next=%2Fwork",
          "/sign-in/code",
          "/welcome?token=used",
          "/documents/nothing");

  private static final List<String> ADMINISTRATORS = List.of("guanli", "anquan", "shenji");

  private Walk() {}

  /** Who opens what; null stands for a reader who has not signed in. */
  private record Leg(String account, List<String> paths) {}

  /** Opens every page with a browser of this kind, and lets the visitor look at each. */
  static void everywhere(Supplier<Visit> browser, Consumer<Visit> look) {
    Visit reader = browser.get();
    for (String path : PUBLIC) {
      reader.open(path);
      look.accept(reader);
    }
    for (Leg leg : offices()) {
      Visit officer = browser.get().signIn(leg.account());
      List<String> paths = new ArrayList<>(leg.paths());
      if (!ADMINISTRATORS.contains(leg.account())) {
        paths.add(firstTask(officer));
      }
      for (String path : paths) {
        officer.open(path);
        look.accept(officer);
      }
    }
  }

  private static List<Leg> offices() {
    return List.of(
        new Leg(
            "gongbao",
            List.of(
                "/work",
                "/imports",
                "/imports/1",
                "/imports/1?item=TASK+" + Visit.encode(ORDER + " 二(三)7 #1"),
                "/imports/1/publish",
                "/imports/compare?import=1")),
        new Leg(
            "ducha",
            List.of(
                "/work",
                "/tasks",
                "/tasks?state=overdue",
                "/tasks?state=suspended",
                "/wall-chart",
                "/wall-chart?document=" + Visit.encode(ORDER),
                "/wall-chart?screen=true",
                "/programmes/childcare",
                Visit.clause(ORDER, "二(三)7"))),
        new Leg("diqu5", List.of("/work", "/search?q=" + Visit.encode("托育"))),
        new Leg("minzheng", List.of("/work", "/delegations")),
        new Leg("guanli", List.of("/people", "/people/new", "/calendar", "/account")),
        new Leg(
            "anquan",
            List.of(
                "/security",
                "/security/people/1",
                "/security/delegations",
                "/security/rights",
                "/account/password")),
        new Leg("shenji", List.of("/account")));
  }

  private static String firstTask(Visit officer) {
    officer.open("/tasks");
    return Objects.requireNonNull(
        officer.page().locator("td[data-label=任务] a").first().getAttribute("href"));
  }
}
