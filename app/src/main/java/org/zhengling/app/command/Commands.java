package org.zhengling.app.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The root of the command line. Exit codes: 0 ok, 1 findings, 2 bad input or usage, 3 environment,
 * 70 a bug.
 */
@Command(
    name = "zl",
    description = "政令通：让公报里的每一条都有人办、有期限、看得见。",
    synopsisSubcommandLabel = "命令",
    footer = {
      "  check     检查全部代码和测试（由启动脚本执行）",
      "  bench     测量快慢，不写名称就列出有哪些（由启动脚本执行）",
      "",
      "每个命令的用法：./zl 命令 --help。退出码：0 正常，1 有发现，2 输入或用法有误，3 环境问题，70 程序错误。"
    },
    subcommands = {
      ServeCommand.class,
      GazetteCommand.class,
      ClausesCommand.class,
      CalendarCommand.class,
      IdentityCommand.class,
      AuditCommand.class,
      KeysCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      RetentionCommand.class,
      RegistryCommand.class
    })
public final class Commands implements Runnable {
  /** Not an exit code: the server runs on its own threads until it is told to stop. */
  public static final int STILL_SERVING = -1;

  public static final int OK = 0;
  public static final int FINDINGS = 1;
  public static final int BAD_INPUT = 2;
  public static final int ENVIRONMENT = 3;
  public static final int BUG = 70;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "显示用法")
  boolean help;

  private final CommandLine line;

  private Commands() {
    this.line = new CommandLine(this);
  }

  /** Runs one command line and gives the exit code. */
  public static int run(String... arguments) {
    // A person's terminal is UTF-8 whatever the locale of the process says.
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    return new Commands()
        .line
        .setResourceBundle(ResourceBundle.getBundle(Commands.class.getName()))
        .setOut(out)
        .setErr(err)
        .setUsageHelpWidth(100)
        .setAdjustLineBreaksForWideCJKCharacters(true)
        .setParameterExceptionHandler(Commands::usage)
        .setExecutionExceptionHandler(Commands::failed)
        .execute(arguments);
  }

  /** The data directory that was asked for, else the usual one beside the program. */
  static Path folder(@Nullable Path asked, boolean demo) {
    Path home = Path.of(System.getProperty("zl.root", "."));
    return asked != null ? asked : home.resolve(demo ? "data/demo" : "data/city");
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(
        new PrintStream(stream, true, StandardCharsets.UTF_8), true, StandardCharsets.UTF_8);
  }

  @Override
  public void run() {
    line.usage(line.getOut());
  }

  private static int usage(ParameterException problem, String[] arguments) {
    CommandLine line = problem.getCommandLine();
    line.getErr().println("没有执行。" + Misuse.said(problem) + "用法见：./zl " + path(line) + "--help");
    return BAD_INPUT;
  }

  private static String path(CommandLine line) {
    CommandLine parent = line.getParent();
    return parent == null ? "" : path(parent) + line.getCommandName() + " ";
  }

  private static int failed(Exception problem, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (problem instanceof Refusal refusal) {
      line.getErr().println(refusal.getMessage());
      return refusal.kind() == Refusal.Kind.OUTSIDE ? ENVIRONMENT : BAD_INPUT;
    }
    line.getErr().println("程序出了错，没有做完。请把下面一行报给维护人员：");
    line.getErr().println(problem);
    return BUG;
  }
}
