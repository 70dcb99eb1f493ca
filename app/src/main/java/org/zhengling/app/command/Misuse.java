package org.zhengling.app.command;

import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in Chinese what is wrong with a command line; picocli says it in English. */
final class Misuse {
  private Misuse() {}

  /** One sentence. */
  static String said(ParameterException problem) {
    return switch (problem) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case MissingParameterException missing ->
          "缺少"
              + missing.getMissing().stream()
                  .map(argument ->
                      (argument.isOption() ? "选项 %s 的值" : "参数 %s").formatted(name(argument)))
                  .collect(Collectors.joining("、"))
              + "。";
      case OverwrittenOptionException twice -> "选项 " + name(twice.getOverwritten()) + " 写了不止一次。";
      default -> {
        ArgSpec argument = problem.getArgSpec();
        yield argument == null
            ? "这一行命令读不懂。"
            : name(argument) + " 的值“" + problem.getValue() + "”读不懂。";
      }
    };
  }

  private static String unmatched(UnmatchedArgumentException problem) {
    String word = problem.getUnmatched().getFirst();
    if (problem.isUnknownOption()) {
      return "没有选项 " + word + "。";
    }
    return problem.getCommandLine().getSubcommands().isEmpty()
        ? "多了一个参数“" + word + "”。"
        : "没有命令“" + word + "”。";
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
