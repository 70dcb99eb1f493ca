package org.zhengling.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhengling.app.Startup;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.Scope;
import org.zhengling.platform.registry.BulkEntry;
import org.zhengling.platform.registry.NewResident.Origin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./zl registry}: people and households of a file. */
@Command(
    name = "registry",
    description = "登记人员和家庭",
    synopsisSubcommandLabel = "命令",
    subcommands = RegistryCommand.Import.class)
public final class RegistryCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code ./zl registry import FILE [--rejects F]}. */
  @Command(name = "import", description = "批量登记人员和家庭；不能登记的行写进另一个文件，不猜")
  static final class Import implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV（UTF-8）或 XLSX，第一行写列名：姓名、身份证号、区划……")
    private Path file = Path.of("");

    @Option(names = "--rejects", paramLabel = "F", description = "没有登记的行写到文件 F，默认在 FILE 旁边")
    private @Nullable Path rejects;

    @Option(names = "--demo", description = "演示的数据目录（data/demo），登记为示例")
    private boolean demo;

    @Option(names = "--data", paramLabel = "DIR", description = "数据目录，默认 data/city")
    private @Nullable Path data;

    @Override
    public Integer call() {
      byte[] bytes = read(file);
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      int[] exit = {Commands.OK};
      Startup.offline(
          Commands.folder(data, demo),
          demo,
          context -> {
            String city = context.getBean(AreaDirectory.class).city().code();
            BulkEntry bulk = context.getBean(BulkEntry.class);
            BulkEntry.Outcome outcome =
                new Scope(List.of(city))
                    .<BulkEntry.Outcome, RuntimeException>call(
                        () -> bulk.enter(bytes, demo ? Origin.SAMPLE : Origin.REAL));
            out.println(
                "共 "
                    + outcome.rows()
                    + " 行：登记 "
                    + outcome.people()
                    + " 人、"
                    + outcome.households()
                    + " 户，没有登记 "
                    + outcome.rejects().size()
                    + " 行。");
            if (!outcome.rejects().isEmpty()) {
              out.println("没有登记的行写在 " + write(outcome.rejectsFile()) + "。");
              exit[0] = Commands.FINDINGS;
            }
          });
      return exit[0];
    }

    private static byte[] read(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new Refusal(Refusal.Kind.OUTSIDE, "没有登记。" + file + " 读不了。", "请核对文件名和权限。");
      }
    }

    private Path write(byte[] text) {
      Path to = rejects == null ? Path.of(file + ".rejects.csv") : rejects;
      try {
        return Files.write(to, text);
      } catch (IOException e) {
        throw new Refusal(Refusal.Kind.OUTSIDE, to + " 写不了；能登记的已经登记。", "请换一个位置再执行，已登记的不会登记两次。");
      }
    }
  }
}
