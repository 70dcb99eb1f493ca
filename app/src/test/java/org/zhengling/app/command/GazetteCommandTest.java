package org.zhengling.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GazetteCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void printsDocumentsAndTheirTasks() throws IOException {
    Terminal terminal = read(SmallGazette.in(folder));
    assertThat(terminal.code()).isZero();
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.lines())
        .startsWith(SmallGazette.NUMBER + "　" + SmallGazette.TITLE)
        .anyMatch(line -> line.contains("牵头 市自然资源和规划局") && line.contains("时限 2020-12-31"))
        .last()
        .asString()
        .startsWith("大事记 0 条");
  }

  @Test
  void jsonStandsAloneOnStandardOutput() throws IOException {
    Terminal terminal = read(SmallGazette.in(folder), "--json");
    assertThat(terminal.code()).isZero();
    assertThat(terminal.err()).isEmpty();
    JsonNode document = JsonMapper.builder().build().readTree(terminal.out()).path("documents");
    assertThat(document.size()).isEqualTo(1);
    assertThat(document.path(0).path("number").asString()).isEqualTo(SmallGazette.NUMBER);
    assertThat(document.path(0).path("dateWritten").asString()).isEqualTo("2020-09-10");
    assertThat(document.path(0).path("tasks").size()).isEqualTo(2);
  }

  @Test
  void whatIsWrittenToAFileIsNotPrinted() throws IOException {
    Path out = folder.resolve("out.json");
    Path file = SmallGazette.in(folder);
    assertThat(read(file, "--json", "--out", out.toString())).isEqualTo(new Terminal(0, "", ""));
    assertThat(Files.readString(out).strip()).isEqualTo(read(file, "--json").out().strip());
  }

  @Test
  void aFileThatCannotBeWrittenIsTheSurroundingsFault() throws IOException {
    Terminal terminal =
        read(SmallGazette.in(folder), "--out", folder.resolve("no/such/folder.txt").toString());
    assertThat(terminal.code()).isEqualTo(3);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err().lines()).singleElement().asString().startsWith("没有写成。");
  }

  @Test
  void gb18030IsReadLikeUtf8() throws IOException {
    Path file = folder.resolve("gb.txt");
    Files.write(file, SmallGazette.TEXT.getBytes(Charset.forName("GB18030")));
    assertThat(read(file, "--json").out()).isEqualTo(read(SmallGazette.in(folder), "--json").out());
  }

  @Test
  void xmlStandsAloneOnStandardOutputOrInAFile() throws Exception {
    Path file = SmallGazette.in(folder);
    Terminal terminal = read(file, "--akn");
    assertThat(terminal.code()).isZero();
    assertThat(terminal.err()).isEmpty();
    Document xml = xml(terminal.out());
    assertThat(xml.getDocumentElement().getLocalName()).isEqualTo("akomaNtoso");
    assertThat(xml.getDocumentElement().getTextContent())
        .contains(SmallGazette.TITLE, "逐株登记", "市财政局负责落实挂牌经费。");
    Path out = folder.resolve("公文.xml");
    assertThat(read(file, "--akn", "--out", out.toString())).isEqualTo(new Terminal(0, "", ""));
    assertThat(Files.readString(out).strip()).isEqualTo(terminal.out().strip());
  }

  @Test
  void oneFormIsAskedForAtATime() throws IOException {
    Terminal terminal = read(SmallGazette.in(folder), "--akn", "--json");
    oneSentence(terminal, "没有执行。--json 和 --akn 一次只能选一个。");
  }

  @Test
  void standardInputIsReadLikeAFile() throws IOException {
    Path file = SmallGazette.in(folder);
    for (String form : List.of("--json", "--akn")) {
      Terminal piped = Terminal.pipe(SmallGazette.TEXT, "gazette", "read", "-", form);
      assertThat(piped).isEqualTo(read(file, form));
    }
    byte[] other = SmallGazette.TEXT.getBytes(Charset.forName("GB18030"));
    assertThat(Terminal.pipe(other, "gazette", "read", "-").out()).isEqualTo(read(file).out());
  }

  @Test
  void whatIsPipedInAndCannotBeReadIsRefusedInOneSentence() {
    oneSentence(Terminal.pipe("", "gazette", "read", "-"), "没有读成。文件是空的");
    oneSentence(Terminal.pipe("%PDF-1.7\n", "gazette", "read", "-"), "没有读成。这个 PDF 文件已经损坏");
  }

  @Test
  void namesMayBeChineseAndHoldBlanks() throws IOException {
    Path home = Files.createDirectories(folder.resolve("公报 二〇二〇年"));
    Path file = Files.writeString(home.resolve("第 9 期（总第12期）.txt"), SmallGazette.TEXT);
    Path out = home.resolve("识别 结果.json");
    assertThat(read(file, "--json", "--out", out.toString())).isEqualTo(new Terminal(0, "", ""));
    assertThat(Files.readString(out)).contains(SmallGazette.NUMBER);
    oneSentence(read(home.resolve("没有 这份.txt")), "没有执行。没有文件 ");
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  @Test
  void aTextWithoutDocumentsIsAFinding() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.txt"), "今天天气很好。\n");
    assertThat(read(file).code()).isEqualTo(1);
    assertThat(read(file, "--json").out()).contains("\"documents\" : [ ]");
  }

  @Test
  void whatCannotBeReadIsRefusedInOneSentence() throws IOException {
    refused(folder.resolve("missing.txt"), "没有执行。没有文件 ");
    refused(folder, "没有执行。文件 ");
    refused(Files.createFile(folder.resolve("empty.txt")), "没有读成。文件是空的");
    refused(write("blank.txt", " \n\t\r\n"), "没有读成。文件是空的");
    refused(write("binary.txt", "济\u0000宁"), "没有读成。这不是文本文件");
    refused(write("pdf.txt", "%PDF-1.7\n"), "没有读成。这个 PDF 文件已经损坏");
    refused(write("office.docx", "PK\u0003\u0004"), "没有读成。这个 DOCX 文件已经损坏");
  }

  private Path write(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void importRefusesAMissingFileBeforeAnyDatabaseStarts() {
    oneSentence(Terminal.type("gazette", "import", folder.resolve("no").toString()), "没有执行。没有文件 ");
    oneSentence(Terminal.type("gazette", "import", folder.toString()), "没有执行。文件 ");
  }

  private static void refused(Path file, String sentence) {
    oneSentence(read(file), sentence);
    oneSentence(read(file, "--json"), sentence);
  }

  private static void oneSentence(Terminal terminal, String sentence) {
    assertThat(terminal.err().lines())
        .singleElement()
        .asString()
        .startsWith(sentence)
        .doesNotContain("Exception");
    assertThat(terminal.code()).as(sentence).isEqualTo(2);
    assertThat(terminal.out()).isEmpty();
  }

  private static Terminal read(Path file, String... options) {
    String[] line = new String[options.length + 3];
    line[0] = "gazette";
    line[1] = "read";
    line[2] = file.toString();
    System.arraycopy(options, 0, line, 3, options.length);
    return Terminal.type(line);
  }
}
