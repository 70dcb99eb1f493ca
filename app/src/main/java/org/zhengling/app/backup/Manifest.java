package org.zhengling.app.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhengling.app.backup.store.Digesting;
import org.zhengling.app.backup.store.EmptyDatabase.Expected;
import org.zhengling.app.backup.store.Table;
import org.zhengling.app.database.Migrations.Migration;
import org.zhengling.engine.Refusal;

/**
 * What a backup holds, as text: one fact a line, its parts divided by tabs. The last line is the
 * SM3 of all lines before it, so that a changed manifest is noticed like a changed table.
 *
 * @param moment when everything in it was true at once
 * @param sequences last number given, by sequence
 */
record Manifest(
    Instant moment,
    boolean demonstration,
    List<Migration> migrations,
    List<Expected> tables,
    Map<String, Long> sequences,
    List<KeptFile> files) {
  static final String NAME = "manifest.tsv";
  private static final String FORM = "zhengling-backup\t1";

  Manifest {
    migrations = List.copyOf(migrations);
    tables = List.copyOf(tables);
    sequences = new TreeMap<>(sequences);
    files = List.copyOf(files);
  }

  /**
   * A file of the data directory.
   *
   * @param path relative, with slashes
   */
  record KeptFile(String path, long bytes, String sm3) {}

  /** Where the rows of a table lie in the backup. */
  static String place(Table table) {
    return "tables/" + table.name() + ".copy";
  }

  boolean holdsKeys() {
    return files.stream().anyMatch(file -> file.path().startsWith(KeptFolder.KEYS.label() + "/"));
  }

  long rows() {
    return tables.stream().mapToLong(Expected::rows).sum();
  }

  String text() {
    StringBuilder text = new StringBuilder(FORM).append('\n');
    line(text, "moment", moment);
    line(text, "demonstration", demonstration);
    migrations.forEach(one -> line(text, "migration", one.version(), one.checksum()));
    tables.forEach(one ->
        line(text, "table", one.table().name(), one.rows(), one.sm3(), one.table().columns()));
    sequences.forEach((name, last) -> line(text, "sequence", name, last));
    files.forEach(one -> line(text, "file", one.path(), one.bytes(), one.sm3()));
    return text + "sm3\t" + sm3(text.toString()) + "\n";
  }

  private static void line(StringBuilder text, Object... parts) {
    text.append(String.join("\t", java.util.Arrays.stream(parts).map(String::valueOf).toList()))
        .append('\n');
  }

  static String sm3(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(byte[] bytes) {
    try (Digesting digesting = new Digesting(OutputStream.nullOutputStream())) {
      digesting.write(bytes, 0, bytes.length);
      return digesting.sm3();
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe memory is a file now", e);
    }
  }

  /** Reads the text again; one that was changed in a single letter is refused. */
  static Manifest read(ByteArrayOutputStream bytes) {
    String text = bytes.toString(StandardCharsets.UTF_8);
    int end = text.lastIndexOf("sm3\t");
    if (!text.startsWith(FORM + "\n") || end < 0) {
      throw damaged("清单读不懂");
    }
    if (!text.substring(end).equals("sm3\t" + sm3(text.substring(0, end)) + "\n")) {
      throw damaged("清单和它自己的摘要对不上");
    }
    try {
      return read(text.substring(0, end).lines().skip(1).toList());
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
      throw damaged("清单读不懂");
    }
  }

  private static Manifest read(List<String> lines) {
    Instant moment = Instant.EPOCH;
    boolean demonstration = false;
    List<Migration> migrations = new ArrayList<>();
    List<Expected> tables = new ArrayList<>();
    Map<String, Long> sequences = new TreeMap<>();
    List<KeptFile> files = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      switch (parts[0]) {
        case "moment" -> moment = Instant.parse(parts[1]);
        case "demonstration" -> demonstration = Boolean.parseBoolean(parts[1]);
        case "migration" -> migrations.add(new Migration(parts[1], Integer.parseInt(parts[2])));
        case "table" ->
            tables.add(
                new Expected(new Table(parts[1], parts[4]), Long.parseLong(parts[2]), parts[3]));
        case "sequence" -> sequences.put(parts[1], Long.parseLong(parts[2]));
        case "file" -> files.add(new KeptFile(parts[1], Long.parseLong(parts[2]), parts[3]));
        default -> throw damaged("清单里有不认识的一行");
      }
    }
    return new Manifest(moment, demonstration, migrations, tables, sequences, files);
  }

  static Refusal damaged(String how) {
    return new Refusal(Refusal.Kind.CALLER, "没有恢复。这份备份不完整：" + how + "。", "目标没有动。", "请换一份备份。");
  }
}
