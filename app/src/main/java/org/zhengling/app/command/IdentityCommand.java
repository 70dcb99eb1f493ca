package org.zhengling.app.command;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.identity.CreditCode;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.identity.Identity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./zl identity}: whether a number is written as its standard demands. */
@Command(
    name = "identity",
    description = "核居民身份证号码和统一社会信用代码",
    synopsisSubcommandLabel = "命令",
    subcommands = IdentityCommand.Check.class)
final class IdentityCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
  }

  /** {@code ./zl identity check VALUE}. */
  @Command(
      name = "check",
      description = "核一个号码；写 - 则逐行读入，每行答“号码<TAB>valid”或“号码<TAB>invalid<TAB>原因”，空行答空行")
  static final class Check implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "VALUE", description = "号码；或 -")
    private String value = "";

    @Override
    public Integer call() {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      if (!value.equals("-")) {
        return one(out);
      }
      int worst = Commands.OK;
      for (String line : StandardInput.lines()) {
        String answer = line.isBlank() ? "" : answer(line);
        out.println(answer.isEmpty() ? "" : line + "\t" + answer);
        worst = Math.max(worst, answer.startsWith("invalid") ? Commands.FINDINGS : Commands.OK);
      }
      return worst;
    }

    private int one(PrintWriter out) {
      switch (Identity.check(value)) {
        case IdNumber number -> out.println("valid　居民身份证号码");
        case CreditCode code -> out.println("valid　统一社会信用代码");
        case Identity.Invalid(Identity.Fault fault, String reason) -> {
          out.println("invalid　" + reason + "（" + fault.code() + "）");
          return Commands.FINDINGS;
        }
      }
      return Commands.OK;
    }

    private static String answer(String text) {
      return switch (Identity.check(text)) {
        case IdNumber number -> "valid";
        case CreditCode code -> "valid";
        case Identity.Invalid(Identity.Fault fault, String reason) ->
            "invalid\t" + fault.code() + " " + reason;
      };
    }
  }
}
