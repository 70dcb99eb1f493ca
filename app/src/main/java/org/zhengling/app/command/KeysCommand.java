package org.zhengling.app.command;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.Set;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./zl keys}: which data keys there are, and changing them while the server serves. */
@Command(
    name = "keys",
    description = "列出和更换数据密钥；服务在运行时也可以",
    synopsisSubcommandLabel = "命令",
    subcommands = {KeysCommand.Listing.class, KeysCommand.Rotate.class, KeysCommand.Master.class})
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

  /** {@code ./zl keys master}. */
  @Command(name = "master", description = "换主密钥：加一把新的，把全部数据密钥换包；旧的留着，--forget 才去掉")
  static final class Master implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--forget", description = "不加新的，只去掉什么都不再包着的旧主密钥")
    private boolean forget;

    @Mixin private DataFolder folder = new DataFolder();

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      Startup.offline(
          folder.path(),
          folder.demo(),
          context -> {
            KeyRotation rotation = context.getBean(KeyRotation.class);
            String said = forget ? forgotten(rotation) : changed(rotation);
            context.getBean(Audit.class).recordAlone(Act.of(ActKind.CHANGE_MASTER_KEY, said));
            out.println(said + "。");
            out.println("以前的备份要用当时的主密钥打开，请和备份分开另存一份。");
          });
      return Commands.OK;
    }

    private static String changed(KeyRotation rotation) {
      KeyRotation.MasterChanged done = rotation.changeMaster();
      return "新主密钥 " + done.newest() + "，换包 " + done.rewrapped() + " 把数据密钥";
    }

    private static String forgotten(KeyRotation rotation) {
      Set<String> gone = rotation.forgetMasters();
      return gone.isEmpty() ? "没有可以去掉的旧主密钥" : "去掉旧主密钥 " + String.join("、", gone);
    }
  }
}
