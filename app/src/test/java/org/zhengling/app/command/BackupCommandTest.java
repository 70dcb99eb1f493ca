package org.zhengling.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhengling.app.Startup;

/** The sample city is backed up beside its running server and brought back elsewhere. */
class BackupCommandTest {
  /** Everything about the tables that is not a row. */
  private static final List<String> MADE_BY_MIGRATIONS =
      List.of(
          "select string_agg(conrelid::regclass || ' ' || conname || ' ' ||"
              + " pg_get_constraintdef(oid), e'\\n' order by conrelid::regclass::text, conname)"
              + " from pg_constraint where connamespace::regnamespace::text not like 'pg%'",
          "select string_agg(polrelid::regclass || ' ' || polname || ' ' ||"
              + " coalesce(pg_get_expr(polqual, polrelid), '-'), e'\\n' order by"
              + " polrelid::regclass::text, polname) from pg_policy",
          "select string_agg(oid::regclass || ' ' || relrowsecurity || relforcerowsecurity || ' '"
              + " || coalesce(relacl::text, '-'), e'\\n' order by oid::regclass::text) from"
              + " pg_class where relowner = 'zl_owner'::regrole and relkind = 'r'",
          "select coalesce(string_agg(tgrelid::regclass || ' ' || tgname || tgenabled::text, e'\\n'"
              + " order by tgrelid::regclass::text, tgname), '-') from pg_trigger where not"
              + " tgisinternal");

  @TempDir private static Path home = Path.of("");
  private static Path first = Path.of("");
  private static Path second = Path.of("");
  private static Path file = Path.of("");
  private static Terminal backedUp;
  private static Terminal restored;
  private static BackupFile backup;
  private static List<String> madeFirst = List.of();
  private static List<String> madeSecond = List.of();
  private static String personAfter = "";
  private static String sessionsAfter = "";
  private static HttpResponse<String> gazettes;

  @BeforeAll
  static void aCityIsCarriedOver() throws IOException, InterruptedException, SQLException {
    first = home.resolve("first");
    second = home.resolve("second");
    file = home.resolve("city.zip");
    try (ConfigurableApplicationContext server = serve(first)) {
      Path upload = Files.createDirectories(first.resolve("files/ab")).resolve("abcd");
      Files.writeString(upload, "附件：示例证明");
      madeFirst = made(first);
      Postmaster.of(first)
          .ask(
              """
              with signed_in as (
                insert into access.session (digest, person, stage, device, made_at, used_at, ends_at)
                select repeat('a', 64), min(id), 'CODE', 'Linux', now(), now(), now() + interval '10 hours'
                from access.person returning 1),
              let_in as (
                insert into access.citizen_session
                  (digest, case_file, case_number, area, made_at, used_at, ends_at)
                values (repeat('b', 64), 1, '示例 1 号', '370811000000', now(), now(), now() + interval '1 hour')
                returning 1)
              select count(*) from signed_in, let_in
              """);
      backedUp = Terminal.type("backup", file.toString(), "--data", first.toString(), "--demo");
      assertThat(server.isActive()).isTrue();
    }
    backup = BackupFile.of(file);
    restored = restore(file, second);
    Files.copy(first.resolve("keys"), second.resolve("keys"), StandardCopyOption.COPY_ATTRIBUTES);
    try (ConfigurableApplicationContext server = serve(second)) {
      madeSecond = made(second);
      sessionsAfter =
          Postmaster.of(second)
              .ask(
                  "select (select count(*) from access.session) + (select count(*) from"
                      + " access.citizen_session)");
      personAfter =
          Postmaster.of(second)
              .ask("select nextval('access.person_id_seq') > max(id) from access.person");
      String port = server.getEnvironment().getRequiredProperty("local.server.port");
      gazettes =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/gazettes"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
    }
  }

  @AfterAll
  static void nothingRunsOn() throws IOException {
    Postmaster.endUnder(first);
    Postmaster.endUnder(second);
  }

  private static ConfigurableApplicationContext serve(Path folder) {
    Startup.Wish wish = new Startup.Wish(folder, "127.0.0.1", 0, true, Startup.DEMO_DAY, false);
    return Startup.serve(wish, new PrintWriter(Writer.nullWriter()));
  }

  private static Terminal restore(Path from, Path folder) {
    return Terminal.type("restore", from.toString(), "--data", folder.toString(), "--demo");
  }

  private static List<String> made(Path folder) throws IOException, SQLException {
    Postmaster database = Postmaster.of(folder);
    String[] answers = new String[MADE_BY_MIGRATIONS.size()];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = database.ask(MADE_BY_MIGRATIONS.get(i));
    }
    return List.of(answers);
  }

  private static long rows(String table) {
    return backup.lines("table").stream()
        .filter(line -> line.split("\t", -1)[1].equals(table))
        .mapToLong(line -> Long.parseLong(line.split("\t", -1)[2]))
        .sum();
  }

  @Test
  void nobodyIsSignedInToARestoredCity() {
    assertThat(backup.text(BackupFile.MANIFEST)).contains("citizen_session");
    assertThat(sessionsAfter).isEqualTo("0");
  }

  @Test
  void theBackupTellsWhatItHolds() {
    assertThat(backedUp.err()).isEmpty();
    assertThat(backedUp.code()).isZero();
    assertThat(backedUp.out()).startsWith("已备份到 " + file + "：表 ").contains("文件 1 个", "密钥不在里面");
    assertThat(backedUp.out())
        .contains("清单的 SM3：" + BackupFile.sm3(backup.text(BackupFile.MANIFEST)));
  }

  @Test
  void rowsThatTheServerItselfMayNotSeeAreInIt() {
    // Counted without any scope: row-level security would show none of these.
    assertThat(rows("access.area")).isGreaterThan(5000);
    assertThat(rows("access.post")).isGreaterThan(5);
    assertThat(rows("supervision.report")).isGreaterThan(20);
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void noSecretOfTheDataDirectoryIsInIt() throws IOException {
    try (Stream<Path> secrets = Files.list(first.resolve("secrets"))) {
      for (Path secret : secrets.toList()) {
        String content = Files.readString(secret).strip();
        assertThat(backup.entries().keySet().stream().map(backup::text))
            .noneMatch(text -> text.contains(content));
      }
    }
  }

  @Test
  void theKeysAreInABackupOnlyWhenAskedFor() throws IOException {
    String keys = Files.readString(first.resolve("keys"));
    assertThat(backup.entries().keySet()).noneMatch(name -> name.startsWith("keys"));
    assertThat(restored.out()).contains("密钥不在备份里。请把原来的密钥文件放到 " + second.resolve("keys"));
    Path with = home.resolve("with-keys.zip");
    Terminal asked =
        Terminal.type(
            "backup", with.toString(), "--with-keys", "--data", second.toString(), "--demo");
    assertThat(asked.out()).contains("主密钥也在里面，请锁好");
    assertThat(BackupFile.of(with).text("keys/keys")).isEqualTo(keys);
    Path fourth = home.resolve("fourth");
    assertThat(restore(with, fourth).out()).doesNotContain("密钥不在备份里").contains("条记录、", "个总根");
    assertThat(fourth.resolve("keys")).hasContent(keys);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fourth.resolve("keys"))))
        .isEqualTo("rw-------");
  }

  @Test
  void everyRowNumberAndFileIsBackByItsDigest() throws IOException {
    assertThat(restored.err()).isEmpty();
    assertThat(restored.code()).isZero();
    assertThat(restored.out()).contains("摘要全部一致");
    assertThat(second.resolve("files/ab/abcd")).hasContent("附件：示例证明");
    // Taken again from the restored city before anybody works in it.
    Path third = home.resolve("third");
    assertThat(restore(file, third).code()).isZero();
    Path again = home.resolve("again.zip");
    Terminal.type("backup", again.toString(), "--data", third.toString(), "--demo");
    String[] all = {"migration", "table", "sequence", "file", "demonstration"};
    // Nobody is signed in to a restored city.
    assertThat(withoutSessions(BackupFile.of(again).lines(all)))
        .isEqualTo(withoutSessions(backup.lines(all)))
        .hasSizeGreaterThan(20);
  }

  private static List<String> withoutSessions(List<String> lines) {
    return lines.stream().filter(line -> !line.matches("table\taccess\\.\\w*session\t.*")).toList();
  }

  @Test
  void tablesLimitsAndKeysAreAsTheMigrationsMadeThem() {
    assertThat(madeSecond).isEqualTo(madeFirst);
    assertThat(madeFirst.get(1)).contains("within_scope");
  }

  @Test
  void theRestoredCityServesAndNumbersOn() {
    assertThat(gazettes.statusCode()).isEqualTo(200);
    assertThat(gazettes.body()).contains("示例数据", "/documents/");
    assertThat(personAfter).isEqualTo("t");
  }

  @Test
  void aBackupNeverReplacesAFile() throws IOException {
    byte[] before = Files.readAllBytes(file);
    OneSentence.of(
            ended(Terminal.type("backup", file.toString(), "--data", second.toString(), "--demo")),
            2)
        .startsWith("没有备份。" + file + " 已经存在。");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aDirectoryThatHoldsACityIsNotRestoredInto() {
    OneSentence.of(ended(restore(file, second)), 2).startsWith("没有恢复。目标不是空的：");
  }

  @Test
  void aBackupOfAnotherEditionIsRefusedAndLeavesNothing() throws IOException {
    String older =
        backup.text(BackupFile.MANIFEST).replaceFirst("(?m)^migration\t[^\n]*\n(?!migration)", "");
    refused(backup.withManifest(older), "备份是另一版程序做的");
  }

  @Test
  void aChangedLineOfTheManifestIsRefused() throws IOException {
    String manifest = backup.text(BackupFile.MANIFEST);
    refused(
        backup.with(
            BackupFile.MANIFEST, manifest.replaceFirst("(?m)^(table\taccess\\.post\t)\\d+", "$17")),
        "清单和它自己的摘要对不上");
  }

  @Test
  void aChangedRowIsRefused() throws IOException {
    String people = backup.text("tables/access.person.copy");
    refused(
        backup.with(
            "tables/access.person.copy", people.replaceFirst("\tf\n|\tt\n", "\tt\n") + "\n"),
        "表 access.person 和清单对不上");
  }

  @Test
  void aChangedFileIsRefused() throws IOException {
    refused(backup.with("files/ab/abcd", "附件：别的证明"), "文件 files/ab/abcd 和清单对不上");
  }

  @Test
  void aMissingTableAndAnUnnamedFileAreRefused() throws IOException {
    refused(backup.without("tables/access.post.copy"), "缺少 tables/access.post.copy");
    refused(backup.with("files/more", "x"), "清单没有列出的 1 个文件");
  }

  @Test
  void aHalfTransmittedFileIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Path half = home.resolve("half.zip");
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    refused(half, "文件不是备份，或没有传完");
  }

  @Test
  void aFileNameThatLeadsOutOfTheDirectoryIsRefused() throws IOException {
    String name = "files/../../outside";
    String line = "file\t" + name + "\t1\t" + BackupFile.sm3("x") + "\n";
    String manifest = backup.text(BackupFile.MANIFEST).replaceFirst("(?m)^sm3\t", line + "sm3\t");
    refused(backup.withManifest(manifest).with(name, "x"), "指到了目录外面");
    assertThat(home.resolve("outside")).doesNotExist();
  }

  @Test
  void rowsThatContradictEachOtherAreRefusedWholeAlthoughTheirDigestsFit() throws IOException {
    String none = "";
    String manifest =
        backup
            .text(BackupFile.MANIFEST)
            .replaceFirst(
                "(?m)^(table\taccess\\.person)\t\\d+\t[0-9a-f]+", "$1\t0\t" + BackupFile.sm3(none));
    refused(backup.with("tables/access.person.copy", none).withManifest(manifest), "数据库没有收下");
  }

  @Test
  void aDemonstrationDoesNotBecomeACity() {
    Path office = home.resolve("office");
    OneSentence.of(ended(Terminal.type("restore", file.toString(), "--data", office.toString())), 2)
        .startsWith("没有恢复。这是演示数据的备份");
    assertThat(office).doesNotExist();
  }

  private static void refused(BackupFile changed, String why) throws IOException {
    refused(changed.write(Files.createTempFile(home, "changed", ".zip")), why);
  }

  /** Refused in one sentence, and the place where it should have gone holds no database. */
  private static void refused(Path changed, String why) throws IOException {
    Path target = Files.createTempDirectory(home, "target").resolve("data");
    Terminal terminal = restore(changed, target);
    assertThat(terminal.code()).isIn(2, 3);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err()).startsWith("没有恢复。").contains(why);
    assertThat(target.resolve("postgres")).doesNotExist();
    assertThat(target.resolve("files/ab/abcd")).doesNotExist();
  }

  private static Program.Ended ended(Terminal terminal) {
    return new Program.Ended(terminal.code(), terminal.out(), terminal.err());
  }
}
