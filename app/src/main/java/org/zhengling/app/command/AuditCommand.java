package org.zhengling.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.zhengling.app.Startup;
import org.zhengling.app.database.AuditLoad;
import org.zhengling.engine.Refusal;
import org.zhengling.formats.json.VerificationJson;
import org.zhengling.platform.audit.AuditVerifier;
import org.zhengling.platform.audit.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./zl audit}: checking the chains of acts, and how many acts a second they take. */
@Command(
    name = "audit",
    description = "核对审计记录没有被改动；试压",
    synopsisSubcommandLabel = "命令",
    subcommands = {AuditCommand.Verify.class, AuditCommand.Load.class})
final class AuditCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
  }

  /** Checks the audit of a data directory, says what was found and gives the exit code. */
  static int verify(Path folder, boolean demo, PrintWriter out) {
    Verification verification = Verify.verified(folder, demo);
    Verify.say(verification, out);
    return verification.holds() ? Commands.OK : Commands.FINDINGS;
  }

  /** {@code ./zl audit verify [--json]}. */
  @Command(name = "verify", description = "从库里重读每一条审计记录，重算摘要，对照总根和锚定文件；有一处不对退出码就是 1")
  static final class Verify implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private DataFolder folder = new DataFolder();

    @Option(names = "--json", description = "输出 JSON")
    private boolean json;

    @Override
    public Integer call() {
      Verification verification = verified(folder.path(), folder.demo());
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      if (json) {
        out.println(json(verification));
      } else {
        say(verification, out);
      }
      return verification.holds() ? Commands.OK : Commands.FINDINGS;
    }

    private static Verification verified(Path folder, boolean demo) {
      AtomicReference<Verification> found = new AtomicReference<>();
      Startup.offline(
          folder, demo, context -> found.set(context.getBean(AuditVerifier.class).verify()));
      return Objects.requireNonNull(found.get());
    }

    private static void say(Verification verification, PrintWriter out) {
      for (Verification.Fault fault : verification.faults()) {
        out.println(fault.what() + "（" + fault.place() + "）");
      }
      out.println(
          "核对了 "
              + verification.entries()
              + " 条记录、"
              + verification.roots()
              + " 个总根、"
              + verification.anchors()
              + " 行锚定，"
              + (verification.holds() ? "没有被改动。" : "有 " + verification.faults().size() + " 处不对。"));
    }

    private static String json(Verification verification) {
      return VerificationJson.write(
          verification.entries(),
          verification.roots(),
          verification.anchors(),
          verification.faults().stream()
              .map(fault ->
                  new VerificationJson.Fault(fault.kind().name(), fault.place(), fault.what()))
              .toList());
    }
  }

  /** {@code ./zl audit load --acts N --threads T}. */
  @Command(name = "load", description = "试压：在一个用完就删的内置数据库上写 N 条记录，不碰城市的数据")
  static final class Load implements Callable<Integer> {
    private static final int MOST = 10_000_000;
    private static final int MOST_THREADS = 1_000;

    @Spec private @Nullable CommandSpec spec;

    @Option(
        names = "--acts",
        paramLabel = "N",
        description = "写多少条，默认 ${DEFAULT-VALUE}",
        defaultValue = "20000")
    private int acts;

    @Option(
        names = "--threads",
        paramLabel = "T",
        description = "同时有多少人在办，默认 ${DEFAULT-VALUE}",
        defaultValue = "32")
    private int threads;

    @Override
    public Integer call() {
      if (acts < 1 || acts > MOST || threads < 1 || threads > MOST_THREADS) {
        throw new Refusal(
            Refusal.Kind.CALLER,
            "没有执行。试压 1 到 " + MOST + " 条，1 到 " + MOST_THREADS + " 人。",
            "请改 --acts 或 --threads。");
      }
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      AuditLoad.Measured measured = AuditLoad.run(acts, threads);
      measured.settings().forEach((name, value) -> out.println(name + " = " + value));
      out.println(
          "写了 "
              + acts
              + " 条，"
              + threads
              + " 人同时，用 "
              + measured.milliseconds()
              + " 毫秒，每秒 "
              + measured.actsPerSecond()
              + " 条；随后核对了 "
              + measured.verified()
              + " 条，"
              + (measured.faults() == 0 ? "没有被改动。" : "有 " + measured.faults() + " 处不对。"));
      return measured.faults() == 0 ? Commands.OK : Commands.FINDINGS;
    }
  }
}
