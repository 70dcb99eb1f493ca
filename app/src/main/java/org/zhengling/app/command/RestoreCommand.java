package org.zhengling.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhengling.app.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./zl restore FROM}. */
@Command(name = "restore", description = "把备份恢复到空的数据目录；先核对全部摘要，再动目标")
final class RestoreCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FROM", description = "备份文件")
  private Path from = Path.of("");

  @Option(names = "--demo", description = "恢复到演示的数据目录（data/demo）")
  private boolean demo;

  @Option(names = "--data", paramLabel = "DIR", description = "数据目录，默认 data/city；必须是空的")
  private @Nullable Path data;

  @Override
  public Integer call() {
    Path folder = Commands.folder(data, demo);
    Restore.Restored restored = Restore.read(from, folder, demo);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(
        "已恢复到 "
            + folder
            + "：表 "
            + restored.tables()
            + " 张 "
            + restored.rows()
            + " 行，文件 "
            + restored.files()
            + " 个，摘要全部一致。数据是 "
            + restored.moment()
            + " 的。");
    if (!restored.keys() && !Files.exists(folder.resolve("keys")) && !keysAreGiven()) {
      out.println(
          "密钥不在备份里。请把原来的密钥文件放到 "
              + folder.resolve("keys")
              + "，或设 ZL_KEYS；再运行 ./zl audit verify 核对审计记录，然后启动。");
      return Commands.OK;
    }
    return AuditCommand.verify(folder, demo, out);
  }

  /** By a variable, or by a module of hardware. */
  private static boolean keysAreGiven() {
    return System.getenv("ZL_KEYS") != null || System.getenv("ZL_KEYS_PROVIDER") != null;
  }
}
