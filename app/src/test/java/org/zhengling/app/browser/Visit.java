package org.zhengling.app.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One person at one browser: opens pages, and remembers what the browser complained about. */
final class Visit implements AutoCloseable {
  private final BrowserContext context;
  private final String address;
  private final Page page;
  private final List<String> foreign = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  Visit(BrowserContext context, String address) {
    this.context = context;
    this.address = address;
    page = context.newPage();
    context.onRequest(request -> {
      String url = request.url();
      if (!url.startsWith(address + "/") && !url.startsWith("data:")) {
        foreign.add(url);
      }
    });
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
  }

  Page page() {
    return page;
  }

  /** What the console said since the visit began; refused forms and missing pages are among it. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  List<String> foreignRequests() {
    return List.copyOf(foreign);
  }

  /** Opens an address of the server. */
  Response open(String path) {
    return Objects.requireNonNull(page.navigate(address + path));
  }

  /** Signs in as somebody of the sample city; the page after it is the first of their post. */
  Visit signIn(String name) {
    open("/sign-in");
    page.fill("#name", name);
    page.fill("#password", password(name));
    main().getByRole(AriaRole.BUTTON, named("登录")).click();
    page.waitForURL(url -> !url.contains("/sign-in"));
    return this;
  }

  static String password(String signInName) {
    return signInName + "-shili-2021";
  }

  /** Sends a form as this person, past every page. */
  APIResponse post(String path, FormData form) {
    return context
        .request()
        .post(address + path, RequestOptions.create().setForm(form).setMaxRedirects(0));
  }

  void upload(String fileName, byte[] bytes) {
    open("/imports");
    page.setInputFiles("#file", new FilePayload(fileName, "text/plain", bytes));
    press("上传并识别");
  }

  /** Presses a button of the page, not of its frame. */
  void press(String name) {
    main().getByRole(AriaRole.BUTTON, named(name)).click();
    page.waitForLoadState();
  }

  Locator main() {
    return page.locator("#content");
  }

  String text() {
    return main().innerText();
  }

  /** A row of a table in which these words stand. */
  Locator row(String words) {
    return main().locator("tr").filter(new Locator.FilterOptions().setHasText(words)).first();
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String clause(String document, String path) {
    return "/documents/" + encode(document) + "/clauses/" + encode(path);
  }

  @Override
  public void close() {
    context.close();
  }
}
