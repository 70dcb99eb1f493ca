package org.zhengling.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.app.Startup;

/**
 * One city from the command line: its acts, their check, its keys, and starts without the right
 * key.
 */
class AuditCommandTest {
  @TempDir private static Path home = Path.of("");
  private static String folder = "";
  private static Program.Ended empty;
  private static Program.Ended checked;
  private static Program.Ended asJson;
  private static Program.Ended rotated;
  private static Program.Ended listed;
  private static List<String> refused = List.of();
  private static Program.Ended newMaster;
  private static Program.Ended forgotten;
  private static Program.Ended checkedAfter;
  private static Program.Ended outside;
  private static boolean absent;
  private static String before = "";
  private static String both = "";
  private static String after = "";
  private static Program.Ended readable;
  private static Program.Ended wellKnown;
  private static Program.Ended missing;

  @BeforeAll
  static void liveThroughIt() throws IOException, InterruptedException {
    folder = home.resolve("city").toString();
    Path keys = home.resolve("city/keys");
    empty = Program.run(home, "audit", "verify", "--data", folder);
    String gazette = SmallGazette.in(home).toString();
    Program.run(home, "gazette", "import", gazette, "--data", folder);
    rotated = Program.run(home, "keys", "rotate", "--data", folder);
    // A server at work makes a key at its start and joins the chains at its stop.
    try (Program server =
        Program.start(home, java.util.Map.of(), "serve", "--data", folder, "--port", "0")) {
      server.address();
      server.stop();
    }
    checked = Program.run(home, "audit", "verify", "--data", folder);
    asJson = Program.run(home, "audit", "verify", "--json", "--data", folder);
    listed = Program.run(home, "keys", "list", "--data", folder);
    before = Files.readString(keys).strip();
    newMaster = Program.run(home, "keys", "master", "--data", folder);
    both = Files.readString(keys);
    forgotten = Program.run(home, "keys", "master", "--forget", "--data", folder);
    after = Files.readString(keys);
    checkedAfter = Program.run(home, "audit", "verify", "--data", folder);
    outside =
        Program.run(
            home, java.util.Map.of("ZL_KEYS", after.strip()), "keys", "master", "--data", folder);
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
    readable = Program.run(home, "serve", "--data", folder, "--port", "0");
    Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(keys, "0123456789abcdeffedcba9876543210");
    wellKnown = Program.run(home, "serve", "--data", folder, "--port", "0");
    Files.delete(keys);
    missing = Program.run(home, "serve", "--data", folder, "--port", "0");
    absent = Files.notExists(keys);
    Files.createFile(
        keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(keys, after);
    refused = refusedCommands();
  }

  private static List<String> refusedCommands() {
    List<String> found = new ArrayList<>();
    Startup.offline(
        Path.of(folder),
        false,
        context ->
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                  JdbcClient sql = context.getBean(JdbcClient.class);
                  sql.sql("select set_config('zl.audit', 'everything', true)").query().listOfRows();
                  found.addAll(
                      sql.sql(
                              "select actor_name || '，' || post_title || '：' || refused from"
                                  + " audit.entry where act = 'REFUSED_COMMAND'")
                          .query((row, number) -> row.getString(1))
                          .list());
                }));
    return found;
  }

  @Test
  void aCommandThatIsRefusedIsInTheAudit() {
    assertThat(refused).singleElement().asString().startsWith("程序，命令行：没有更换。");
  }

  @Test
  void noActAtAllIsAFinding() {
    assertThat(empty.out()).contains("一条审计记录也没有。", "核对了 0 条记录");
    assertThat(empty.code()).isEqualTo(Commands.FINDINGS);
  }

  @Test
  void whatNobodyTouchedHoldsAndTheNumberOfRowsIsPrinted() {
    assertThat(checked.out())
        .containsPattern("核对了 [3-9]\\d* 条记录、[1-9]\\d* 个总根、[1-9]\\d* 行锚定，没有被改动。");
    assertThat(checked.code()).isZero();
    assertThat(asJson.out().strip()).startsWith("{").endsWith("}").contains("\"holds\":true");
  }

  @Test
  void keysAreChangedAndListedWithoutBeingShown() {
    assertThat(rotated.out()).startsWith("新密钥 ");
    assertThat(rotated.code()).isZero();
    assertThat(listed.out()).contains("audit.root　SM3withSM2　主密钥 ");
  }

  @Test
  void aNewMasterKeyWrapsAllDataKeysAndTheOldOneCanThenGo() {
    assertThat(newMaster.out()).containsPattern("新主密钥 [0-9a-f]{16}，换包 [1-9]\\d* 把数据密钥。");
    assertThat(both).startsWith(before).matches("[0-9a-f]{32}\n[0-9a-f]{32}\n");
    assertThat(forgotten.out()).containsPattern("去掉旧主密钥 [0-9a-f]{16}。");
    assertThat(after).doesNotContain(before).isEqualTo(both.substring(before.length() + 1));
    assertThat(checkedAfter.code()).as("what was signed and sealed before still opens").isZero();
  }

  @Test
  void keysThatAreGivenFromOutsideAreNotChangedHere() {
    OneSentence.of(outside, 2).startsWith("没有更换。").contains("ZL_KEYS");
  }

  @Test
  void aKeyFileThatOthersCanReadIsRefused() {
    OneSentence.of(readable, 3).startsWith("没有启动。密钥文件 ").contains("别人也能读");
  }

  @Test
  void aKeyThatEverybodyKnowsIsRefused() {
    OneSentence.of(wellKnown, 3).contains("众所周知").doesNotContain("0123456789abcdef");
  }

  @Test
  void aMissingKeyIsRefusedWhereSomethingWasSealed() {
    OneSentence.of(missing, 3).startsWith("没有启动。密钥文件 ").contains("不见了");
    assertThat(absent).as("no new one is made").isTrue();
  }
}
