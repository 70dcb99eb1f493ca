package org.zhengling.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhengling.app.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./zl backup TO}. */
@Command(name = "backup", description = "把数据库和文件备份成一个文件；服务在运行时也可以")
final class BackupCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "TO", description = "写到哪个文件（.zip）；已经存在的不覆盖")
  private Path to = Path.of("");

  @Option(names = "--demo", description = "备份演示的数据目录（data/demo）")
  private boolean demo;

  @Option(names = "--data", paramLabel = "DIR", description = "数据目录，默认 data/city")
  private @Nullable Path data;

  @Option(names = "--with-keys", description = "连主密钥文件一起备份；谁拿到这份备份，谁就能打开封存的内容")
  private boolean withKeys;

  @Override
  public Integer call() {
    Backup.MasterKeys keys = withKeys ? Backup.MasterKeys.INCLUDED : Backup.MasterKeys.LEFT_OUT;
    Backup.Written written = Backup.write(Commands.folder(data, demo), to, keys);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(
        "已备份到 "
            + to
            + "：表 "
            + written.tables()
            + " 张 "
            + written.rows()
            + " 行，文件 "
            + written.files()
            + " 个，共 "
            + written.bytes()
            + " 字节。");
    out.println("清单的 SM3：" + written.sm3());
    out.println("备份里有个人信息，文件只有您能读。" + (withKeys ? "主密钥也在里面，请锁好。" : "密钥不在里面，请另外保管；没有密钥，封存的内容打不开。"));
    return Commands.OK;
  }
}
