package org.zhengling.app.command;

import java.io.PrintWriter;
import java.time.Period;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhengling.app.Startup;
import org.zhengling.app.retention.Retention;
import org.zhengling.app.retention.RetentionRule.Bound;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./zl retention}: how long records are kept. */
@Command(
    name = "retention",
    description = "各类记录保存多久、依据什么、现在到期多少",
    synopsisSubcommandLabel = "命令",
    subcommands = RetentionCommand.ListRules.class)
final class RetentionCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code ./zl retention list}. */
  @Command(name = "list", description = "列出保存规则和到期的条数；只看，不删")
  static final class ListRules implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private DataFolder folder = new DataFolder();

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      Startup.offline(
          folder.path(),
          folder.demo(),
          context ->
              context.getBean(Retention.class).list().forEach(due -> out.println(line(due))));
      return Commands.OK;
    }

    private static String line(Retention.Due due) {
      boolean least = due.rule().bound() == Bound.LEAST;
      return due.rule().subject()
          + "\t"
          + (least ? "至少 " : "至多 ")
          + words(due.rule().keep())
          + "\t"
          + (least ? "不自动删" : "到期 " + due.rows() + " 条")
          + "\t"
          + due.rule().ground()
          + " ["
          + due.rule().confidence()
          + "]";
    }

    private static String words(Period keep) {
      return keep.getYears() > 0
          ? keep.getYears() + " 年"
          : keep.getMonths() > 0 ? keep.getMonths() + " 个月" : keep.getDays() + " 天";
    }
  }
}
