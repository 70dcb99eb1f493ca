package org.zhengling.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All measurements, and the small command line of {@code ./zl bench [NAME] [--quick]}. */
public final class Measurements {
  /** New ones are added here. */
  static final List<Measurement> ALL =
      List.of(
          new ShortCalls(GazetteReading.class, "读一份公报（预热后，毫秒/次）"),
          new GazetteGrowth(),
          new LedgerPosting());

  private static final int BAD_INPUT = 2;

  private Measurements() {}

  public static void main(String[] arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    Effort effort = words.remove("--quick") ? Effort.QUICK : Effort.FULL;
    if (words.isEmpty() || words.stream().anyMatch(Set.of("--help", "-h")::contains)) {
      list(System.out);
      return;
    }
    Optional<Measurement> asked =
        ALL.stream().filter(one -> one.name().equalsIgnoreCase(words.getFirst())).findFirst();
    if (words.size() > 1 || asked.isEmpty()) {
      System.err.println("没有执行。没有名为“" + String.join(" ", words) + "”的测量。");
      list(System.err);
      System.exit(BAD_INPUT);
    }
    asked.orElseThrow().run(effort);
  }

  private static void list(PrintStream out) {
    out.println("用法：./zl bench [名称] [--quick]");
    out.println("测量本机运行的快慢，不属于检查；--quick 几秒到一分钟，只作粗看。不写名称就列出：");
    ALL.forEach(one -> out.printf("  %-18s %s%n", one.name(), one.said()));
    out.println("读法和已见的数字：docs/benchmarks.md");
  }
}
