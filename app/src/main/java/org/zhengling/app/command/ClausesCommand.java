package org.zhengling.app.command;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.clauses.Coverage;
import org.zhengling.platform.clauses.PolicyCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./zl clauses}: what the gazette demands and how far the program answers it. */
@Command(name = "clauses", description = "每份文件要求什么、程序做到哪一步；不需要服务")
final class ClausesCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "输出 JSON")
  private boolean json;

  @Option(names = "--rows", description = "逐条列出")
  private boolean rows;

  /** What {@code --json} prints. */
  record Report(java.util.List<Coverage.Document> documents, java.util.List<String> faults) {}

  @Override
  public Integer call() {
    Coverage coverage = new PolicyCatalogue().coverage();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (json) {
      JsonMapper mapper = JsonMapper.builder().build();
      Report report = new Report(coverage.documents(), coverage.faults());
      out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else {
      print(coverage, out);
    }
    coverage.faults().forEach(fault -> err.println("有矛盾：" + fault));
    return coverage.faults().isEmpty() ? Commands.OK : Commands.FINDINGS;
  }

  private void print(Coverage coverage, PrintWriter out) {
    int demanded = 0;
    int answered = 0;
    for (Coverage.Document document : coverage.documents()) {
      out.println(
          document.number()
              + "　要求 "
              + document.demanded()
              + "　已实现 "
              + document.answered()
              + "　部分实现 "
              + document.untested()
              + "　不由程序办 "
              + document.notComputed()
              + "　未实现 "
              + document.open());
      demanded += document.demanded();
      answered += document.answered();
      if (rows) {
        document
            .rows()
            .forEach(row ->
                out.println(
                    "  "
                        + row.state()
                        + "\t"
                        + row.clause()
                        + "\t"
                        + row.name()
                        + "\t"
                        + row.slug()));
      }
    }
    out.println(
        "共 " + coverage.documents().size() + " 份文件，" + demanded + " 项要求，已实现 " + answered + " 项。");
  }
}
