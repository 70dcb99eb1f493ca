package org.zhengling.app.command;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhengling.app.Startup;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.audit.AuditWords;
import org.zhengling.platform.keys.DataKey;
import org.zhengling.platform.keys.KeyRotation;
import org.zhengling.platform.keys.Keys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./zl keys}: which data keys there are, and changing them while the server serves. */
@Command(
    name = "keys",
    description = "列出和更换数据密钥；服务在运行时也可以",
    synopsisSubcommandLabel = "命令",
    subcommands = {KeysCommand.Listing.class, KeysCommand.Rotate.class})
final class KeysCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code ./zl keys list}. */
  @Command(name = "list", description = "列出数据密钥：编号、用途、算法、主密钥、时间；不显示密钥本身")
  static final class Listing implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private DataFolder folder = new DataFolder();

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      Startup.offline(
          folder.path(),
          folder.demo(),
          context -> {
            for (DataKey key : context.getBean(Keys.class).list()) {
              out.println(
                  key.id()
                      + "　"
                      + key.purpose().name()
                      + "　"
                      + key.algorithm().standard()
                      + "　主密钥 "
                      + key.masterKey()
                      + "　"
                      + AuditWords.moment(key.madeAt())
                      + (key.retiredAt() == null ? "" : "　已停用"));
            }
          });
      return Commands.OK;
    }
  }

  /** {@code ./zl keys rotate}. */
  @Command(name = "rotate", description = "换新的数据密钥，把旧的数据重新封存；主密钥换过的也一并换包")
  static final class Rotate implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private DataFolder folder = new DataFolder();

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      Startup.offline(
          folder.path(),
          folder.demo(),
          context -> {
            KeyRotation.Rotated done = context.getBean(KeyRotation.class).rotate();
            String said = done.chinese();
            context.getBean(Audit.class).recordAlone(Act.of(ActKind.ROTATE_KEYS, said));
            out.println(said + "。");
          });
      return Commands.OK;
    }
  }
}
