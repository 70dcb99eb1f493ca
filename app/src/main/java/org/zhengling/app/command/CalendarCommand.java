package org.zhengling.app.command;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.DueDay;
import org.zhengling.engine.time.WorkingCalendar;
import org.zhengling.platform.clauses.Calendars;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./zl calendar}: working days by the tables that come with the program. */
@Command(
    name = "calendar",
    description = "算工作日",
    synopsisSubcommandLabel = "命令",
    subcommands = CalendarCommand.Due.class)
final class CalendarCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code ./zl calendar due FROM N}. */
  @Command(
      name = "due",
      description = "FROM 之后第 N 个工作日；写 - 则逐行读入“FROM N”，每行答一个日期，读不懂的行答“invalid<TAB>原因”，空行答空行")
  static final class Due implements Callable<Integer> {
    private static final int MOST_DAYS = 100_000;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FROM", description = "起算日，如 2020-09-25（当天不算）；或 -")
    private String from = "";

    @Parameters(index = "1", paramLabel = "N", arity = "0..1", description = "工作日数")
    private @Nullable String days;

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      PrintWriter err = spec.commandLine().getErr();
      WorkingCalendar calendar = new WorkingCalendar(Calendars.shipped());
      if (!from.equals("-")) {
        return answer(calendar, from, days == null ? "" : days, out, err);
      }
      int worst = Commands.OK;
      for (String line : StandardInput.lines()) {
        worst = Math.max(worst, line(calendar, line, out, err));
      }
      return worst;
    }

    /** Every line gets one answer, so that a pasted column keeps its rows; blank stays blank. */
    private static int line(
        WorkingCalendar calendar, String line, PrintWriter out, PrintWriter err) {
      if (line.isBlank()) {
        out.println();
        return Commands.OK;
      }
      String[] parts = line.strip().split("\\s+", 2);
      try {
        return answer(calendar, parts[0], parts.length == 2 ? parts[1] : "", out, err);
      } catch (Refusal e) {
        out.println("invalid\t" + e.getMessage());
        return Commands.BAD_INPUT;
      }
    }

    /** A day of a year without a table is said to be provisional, never guessed. */
    private static int answer(
        WorkingCalendar calendar, String from, String days, PrintWriter out, PrintWriter err) {
      try {
        DueDay due = calendar.due(LocalDate.parse(from), number(days));
        return switch (due) {
          case DueDay.Settled(LocalDate day) -> {
            out.println(day);
            yield Commands.OK;
          }
          case DueDay.Provisional(int year, LocalDate known, int left) -> {
            out.println("provisional " + year);
            err.println("只能暂定：" + year + " 年的放假安排还没有载入，已数到 " + known + "，还差 " + left + " 个工作日。");
            yield Commands.FINDINGS;
          }
        };
      } catch (DateTimeException e) {
        throw new Refusal(Refusal.Kind.CALLER, "没有算。“" + from + "”不是日期。", "请写成 2020-09-25 这样。");
      }
    }

    private static int number(String days) {
      try {
        int number = Integer.parseInt(days);
        if (number >= 0 && number <= MOST_DAYS) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Told below, together with numbers out of range.
      }
      throw new Refusal(
          Refusal.Kind.CALLER,
          "没有算。“" + days + "”不是工作日数。",
          "请写成“2020-09-25 15”，天数在 0 到 " + MOST_DAYS + " 之间。");
    }
  }
}
