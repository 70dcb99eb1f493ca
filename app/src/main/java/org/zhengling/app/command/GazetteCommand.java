package org.zhengling.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import org.zhengling.app.Startup;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.GazetteReader;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.OrderedTask;
import org.zhengling.engine.time.DeadlineWords;
import org.zhengling.formats.akn.AkomaNtoso;
import org.zhengling.formats.json.GazetteJson;
import org.zhengling.formats.text.SourceFile;
import org.zhengling.platform.clauses.Corrections;
import org.zhengling.platform.clauses.Editor;
import org.zhengling.platform.clauses.Gazettes;
import org.zhengling.platform.clauses.PublishResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./zl gazette}: reading and importing gazettes without a browser. */
@Command(
    name = "gazette",
    description = "识别公报文本，或不用浏览器导入并发布",
    synopsisSubcommandLabel = "命令",
    subcommands = {GazetteCommand.Read.class, GazetteCommand.Import.class})
final class GazetteCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
  }

  /** One byte more than is read, so that a larger file is seen to be too large. */
  private static byte[] bytes(Path file) {
    try (InputStream in = isStandardInput(file) ? System.in : Files.newInputStream(file)) {
      return in.readNBytes(SourceFile.LARGEST + 1);
    } catch (NoSuchFileException e) {
      throw new Refusal(Refusal.Kind.CALLER, "没有执行。没有文件 " + file + "。", "请检查路径。");
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Kind.CALLER,
          "没有执行。文件 " + file + " 读不了（" + e.getMessage() + "）。",
          "请检查它是不是文件、有没有读的权限。");
    }
  }

  private static boolean isStandardInput(Path file) {
    return file.toString().equals("-");
  }

  private static String name(Path file) {
    Path last = Objects.requireNonNullElse(file.getFileName(), file);
    return isStandardInput(file) ? "标准输入" : last.toString();
  }

  /** {@code ./zl gazette read FILE [--json | --akn] [--out F]}. */
  @Command(name = "read", description = "识别公报：文件、条款、任务、单位、时限、大事记；不需要服务")
  static final class Read implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "公报或公文：.txt、.md、.html、.docx、有文字的 .pdf；- 是标准输入")
    private Path file = Path.of("");

    @Option(names = "--json", description = "输出 JSON（字段见 docs/formats/gazette.md）")
    private boolean json;

    @Option(names = "--akn", description = "输出 Akoma Ntoso 3.0 的 XML")
    private boolean akn;

    @Option(names = "--out", paramLabel = "F", description = "写到文件 F，而不是屏幕")
    private @Nullable Path out;

    @Override
    public Integer call() {
      if (json && akn) {
        throw new Refusal(Refusal.Kind.CALLER, "没有执行。--json 和 --akn 一次只能选一个。", "请去掉其中一个。");
      }
      // The parsers' remarks on fonts and the like are no part of the answer.
      LoggingSystem.get(Read.class.getClassLoader()).beforeInitialize();
      Gazette gazette = GazetteReader.read(SourceFile.read(name(file), bytes(file)).text());
      String text =
          akn ? AkomaNtoso.write(gazette) : json ? GazetteJson.write(gazette) : plain(gazette);
      if (out == null) {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        screen.println(text.stripTrailing());
      } else {
        write(out, text);
      }
      boolean nothing = gazette.documents().isEmpty() && gazette.chronicle().isEmpty();
      return nothing ? Commands.FINDINGS : Commands.OK;
    }

    private static void write(Path out, String text) {
      try {
        Files.writeString(out, text);
      } catch (IOException e) {
        throw new Refusal(
            Refusal.Kind.OUTSIDE, "没有写成。" + out + " 写不了（" + e.getMessage() + "）。", "请换一个位置。");
      }
    }

    private static String plain(Gazette gazette) {
      StringBuilder text = new StringBuilder();
      for (OfficialDocument document : gazette.documents()) {
        text.append(document.number()).append('　').append(document.title()).append('\n');
        text.append("  ")
            .append(document.issuer())
            .append('　')
            .append(document.dateWritten() == null ? "成文日期不详" : document.dateWritten())
            .append('　')
            .append(document.clauses().size())
            .append(" 条，")
            .append(document.tasks().size())
            .append(" 项任务\n");
        document.tasks().forEach(task -> append(text, task));
        text.append('\n');
      }
      text.append("大事记 ").append(gazette.chronicle().size()).append(" 条，");
      text.append("未能归位 ").append(gazette.unplaced().size()).append(" 行\n");
      gazette
          .unplaced()
          .forEach(line ->
              text.append("  第 ")
                  .append(line.place().firstLine())
                  .append(" 行　")
                  .append(line.text())
                  .append('\n'));
      return text.toString();
    }

    private static void append(StringBuilder text, OrderedTask task) {
      text.append("  ").append(task.clause()).append('　').append(task.text()).append('\n');
      text.append("      牵头 ")
          .append(task.lead().isEmpty() ? "未写明" : String.join("、", task.lead()))
          .append("；责任 ")
          .append(task.responsible().isEmpty() ? "—" : String.join("、", task.responsible()))
          .append("；时限 ")
          .append(DeadlineWords.of(task.deadline()))
          .append("；可信度 ")
          .append(task.confidence())
          .append("%\n");
    }
  }

  /** {@code ./zl gazette import FILE}. */
  @Command(name = "import", description = "导入并发布公报；服务在运行时也可以")
  static final class Import implements Callable<Integer> {
    /** Acts of the command line are done by the owner of the data directory, who has no post. */
    private static final long OPERATOR = 0;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "公报或公文：.txt、.md、.html、.docx、有文字的 .pdf；- 是标准输入")
    private Path file = Path.of("");

    @Mixin private DataFolder folder = new DataFolder();

    @Option(names = "--draft", description = "只存为草稿，到“导入公报”里逐处校对；不加则照识别结果发布，没写牵头单位的由督查室指派")
    private boolean draft;

    @Override
    public Integer call() {
      byte[] bytes = bytes(file);
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      Startup.offline(
          folder.path(),
          folder.demo(),
          context -> {
            Gazettes gazettes = context.getBean(Gazettes.class);
            long id = gazettes.upload(name(file), bytes, OPERATOR, false);
            if (draft) {
              out.println("已存为第 " + id + " 号导入的草稿，请在“导入公报”里校对和发布。");
              return;
            }
            context.getBean(Corrections.class).takeAsRead(id, new Editor(OPERATOR, "命令行"));
            PublishResult result = gazettes.publish(id, OPERATOR);
            out.println(
                "第 "
                    + id
                    + " 号导入：新发布 "
                    + result.documents()
                    + " 份文件，换新版 "
                    + result.editions()
                    + " 份，没有变化 "
                    + result.unchanged()
                    + " 份，任务 "
                    + result.tasks()
                    + " 项。");
          });
      return Commands.OK;
    }
  }
}
