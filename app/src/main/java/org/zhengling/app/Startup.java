package org.zhengling.app;

import ch.qos.logback.classic.Level;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.zhengling.app.database.DataDirectory;
import org.zhengling.app.database.DatabasePreparation;
import org.zhengling.app.database.DatabasePreparation.Serving;
import org.zhengling.app.database.EmbeddedDatabase;
import org.zhengling.app.database.OpenDatabase;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Actor;
import org.zhengling.platform.audit.AnchorFile;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.cases.FilesFolder;
import org.zhengling.platform.exchange.DropFolder;
import org.zhengling.platform.keys.KeyProvider;
import org.zhengling.platform.keys.KeyProviders;

/** Starts the server in its order: folder, database, tables, pages. */
public final class Startup {
  /** The business date of a demonstration: seven months after the gazette. */
  public static final LocalDate DEMO_DAY = LocalDate.of(2021, 3, 31);

  /** Every office of the city lives in this zone. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Startup() {}

  /**
   * What a person asked for.
   *
   * @param today fixed business date; absent: the real one
   */
  public record Wish(
      Path folder, String listen, int port, boolean demo, @Nullable LocalDate today, boolean tls) {}

  /** Returns when pages are answered; the address is printed. */
  public static ConfigurableApplicationContext serve(Wish wish, PrintWriter out) {
    quiet();
    DataDirectory data = DataDirectory.open(wish.folder());
    ConfigurableApplicationContext context =
        start(wish, data, System.getenv(), properties(wish, data));
    String scheme = wish.tls() ? "https" : "http";
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    String address = scheme + "://" + wish.listen() + ":" + port + "/";
    context.getBeansOfType(AfterStart.class).values().forEach(step -> step.say(address, out));
    out.println("政令通已启动：" + address);
    if (Surroundings.ofThisMachine().bare(wish)) {
      out.println("注意：没有加密，密码会明文经过网络。请加 --tls，或放在 HTTPS 代理后面并设 ZL_PROXY。");
    }
    out.println("停止：按 Ctrl+C。日志：" + data.logs());
    out.flush();
    return context;
  }

  /** Does one piece of work on the database without pages, beside a running server or alone. */
  public static void offline(
      Path folder, boolean demo, Consumer<ConfigurableApplicationContext> work) {
    withoutPages(folder, demo, System.getenv(), work);
  }

  /**
   * Does one piece of work on an embedded database of its own, whatever the surroundings say about
   * databases and keys of the city; the caller removes the folder.
   */
  public static void throwAway(Path folder, Consumer<ConfigurableApplicationContext> work) {
    withoutPages(folder, false, Map.of(), work);
  }

  private static void withoutPages(
      Path folder,
      boolean demo,
      Map<String, String> environment,
      Consumer<ConfigurableApplicationContext> work) {
    quiet();
    DataDirectory data = DataDirectory.openOrShare(folder);
    Map<String, Object> properties = new HashMap<>();
    properties.put("logging.file.name", data.commandLog().toString());
    properties.put("logging.threshold.console", "off");
    properties.put("spring.main.web-application-type", "none");
    // Pages are in the program but nobody asks for them here: only what the work needs is made.
    properties.put("spring.main.lazy-initialization", "true");
    Wish wish = new Wish(folder, "127.0.0.1", 0, demo, demo ? DEMO_DAY : null, false);
    try (ConfigurableApplicationContext context = start(wish, data, environment, properties)) {
      String city = context.getBean(AreaDirectory.class).city().code();
      // Acts of the command line are done by the owner of the data directory, who has no post.
      new Actor.Program("命令行", city)
          .call(() ->
              new Scope(List.of(city))
                  .call(() -> {
                    done(context, work);
                    return null;
                  }));
    }
  }

  /** What was refused is an act too, unless the surroundings are to blame. */
  private static void done(
      ConfigurableApplicationContext context, Consumer<ConfigurableApplicationContext> work) {
    try {
      work.accept(context);
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.OUTSIDE) {
        context
            .getBean(Audit.class)
            .recordAlone(Act.of(ActKind.REFUSED_COMMAND, "命令行").refused(refusal.happened()));
      }
      throw refusal;
    }
  }

  private static ConfigurableApplicationContext start(
      Wish wish,
      DataDirectory data,
      Map<String, String> environment,
      Map<String, Object> properties) {
    OpenDatabase database = null;
    try {
      database = OpenDatabase.of(data, environment);
      EmbeddedDatabase embedded = database.embedded();
      Serving serving = DatabasePreparation.prepare(database.address(), wish.demo());
      KeyProvider keys =
          KeyProviders.choose(
              environment,
              data.keys(),
              DatabasePreparation.masterKeysInUse(serving),
              new SecureRandom());
      return start(properties, context -> register(context, wish, data, embedded, serving, keys));
    } catch (RuntimeException e) {
      if (database != null) {
        database.close();
      }
      data.close();
      throw portProblem(e, wish);
    }
  }

  /** Until the log file is open, libraries would speak to the terminal. */
  private static void quiet() {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(Level.WARN);
    }
  }

  private static ConfigurableApplicationContext start(
      Map<String, Object> properties, Consumer<GenericApplicationContext> beans) {
    SpringApplication application = new SpringApplication(Server.class);
    application.setDefaultProperties(properties);
    application.addInitializers(context -> beans.accept((GenericApplicationContext) context));
    return application.run();
  }

  private static void register(
      GenericApplicationContext context,
      Wish wish,
      DataDirectory data,
      @Nullable EmbeddedDatabase embedded,
      Serving serving,
      KeyProvider keys) {
    LocalDate fixed = wish.today();
    BusinessDay day = fixed == null ? () -> LocalDate.now(ZONE) : () -> fixed;
    context.registerBean(Wish.class, () -> wish);
    context.registerBean(BusinessDay.class, () -> day);
    context.registerBean(Serving.class, () -> serving);
    context.registerBean(KeyProvider.class, () -> keys);
    context.registerBean(AnchorFile.class, () -> new AnchorFile(data.anchors()));
    context.registerBean(FilesFolder.class, () -> new FilesFolder(data.files()));
    context.registerBean(DropFolder.class, () -> new DropFolder(data.folder().resolve("exchange")));
    context.registerBean(
        DataDirectory.class, () -> data, bean -> bean.setDestroyMethodName("close"));
    if (embedded != null) {
      context.registerBean(
          EmbeddedDatabase.class, () -> embedded, bean -> bean.setDestroyMethodName("close"));
    }
  }

  private static Map<String, Object> properties(Wish wish, DataDirectory data) {
    Map<String, Object> properties = new HashMap<>();
    // A person at the terminal reads our own sentences; the log file is for machines.
    properties.putAll(Surroundings.ofThisMachine().properties());
    properties.put("server.port", wish.port());
    properties.put("server.address", wish.listen());
    properties.put("logging.file.name", data.logs().toString());
    if (wish.demo()) {
      // Invented people have no telephones; whoever wants may set one up all the same.
      properties.put("zl.second-factor.required", "nobody");
    }
    if (wish.tls()) {
      Certificate certificate = Certificate.of(data);
      properties.put("server.ssl.key-store", certificate.store().toUri().toString());
      properties.put("server.ssl.key-store-type", "PKCS12");
      properties.put("server.ssl.key-store-password", certificate.password());
      properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
    }
    return properties;
  }

  private static RuntimeException portProblem(RuntimeException problem, Wish wish) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException) {
        return portTaken(wish.port());
      }
    }
    return problem;
  }

  /** Another program listens where this server should. */
  public static Refusal portTaken(int port) {
    return new Refusal(Refusal.Kind.OUTSIDE, "没有启动。端口 " + port + " 已被别的程序占用。", "请用 --port 换一个端口。");
  }

  /** Something to tell the person at the terminal once pages are answered. */
  public interface AfterStart {
    void say(String address, PrintWriter out);
  }
}
