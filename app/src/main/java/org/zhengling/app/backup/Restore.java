package org.zhengling.app.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.zhengling.app.backup.Manifest.KeptFile;
import org.zhengling.app.backup.store.Digesting;
import org.zhengling.app.backup.store.EmptyDatabase;
import org.zhengling.app.backup.store.EmptyDatabase.Expected;
import org.zhengling.app.database.DataDirectory;
import org.zhengling.app.database.DatabaseAddress;
import org.zhengling.app.database.DatabasePreparation;
import org.zhengling.app.database.Migrations;
import org.zhengling.app.database.OpenDatabase;
import org.zhengling.engine.Refusal;

/**
 * Brings a backup into a place that holds nothing yet. The whole backup is read and compared with
 * its digests before anything is touched; what was begun and fails leaves nothing behind.
 */
public final class Restore {
  /** A manifest is text of a few hundred lines; more is no manifest. */
  private static final int LONGEST_MANIFEST = 10_000_000;

  private Restore() {}

  /**
   * What was brought back.
   *
   * @param keys whether the master keys came with it
   */
  public record Restored(int tables, long rows, int files, String moment, boolean keys) {}

  public static Restored read(Path from, Path folder, boolean demonstration) {
    if (!Files.isRegularFile(from)) {
      throw new Refusal(Refusal.Kind.CALLER, "没有恢复。没有文件 " + from + "。", "请检查路径。");
    }
    try (ZipFile zip = new ZipFile(from.toFile(), StandardCharsets.UTF_8)) {
      Manifest manifest = manifest(zip);
      compare(zip, manifest);
      refuseOtherPurpose(manifest, demonstration);
      into(zip, manifest, folder);
      return new Restored(
          manifest.tables().size(),
          manifest.rows(),
          manifest.files().size(),
          manifest.moment().toString(),
          manifest.holdsKeys());
    } catch (ZipException e) {
      throw Manifest.damaged("文件不是备份，或没有传完");
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Kind.OUTSIDE, "没有恢复。读写文件时出了问题（" + e.getMessage() + "）。", "请检查备份文件、数据目录的权限和磁盘空间。");
    }
  }

  private static Manifest manifest(ZipFile zip) throws IOException {
    ZipEntry entry = entry(zip, Manifest.NAME);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = zip.getInputStream(entry)) {
      in.transferTo(new Limited(bytes, LONGEST_MANIFEST));
    }
    return Manifest.read(bytes);
  }

  /**
   * Every entry against the manifest: nothing is missing, changed, or there without being named.
   */
  private static void compare(ZipFile zip, Manifest manifest) throws IOException {
    Set<String> named = new HashSet<>(Set.of(Manifest.NAME));
    for (Expected table : manifest.tables()) {
      String place = Manifest.place(table.table());
      named.add(place);
      Digesting digesting = digest(zip, place);
      if (digesting.lines() != table.rows() || !digesting.sm3().equals(table.sm3())) {
        throw Manifest.damaged("表 " + table.table().name() + " 和清单对不上");
      }
    }
    for (KeptFile file : manifest.files()) {
      named.add(file.path());
      Digesting digesting = digest(zip, file.path());
      if (digesting.bytes() != file.bytes() || !digesting.sm3().equals(file.sm3())) {
        throw Manifest.damaged("文件 " + file.path() + " 和清单对不上");
      }
    }
    List<String> strange =
        zip.stream().map(ZipEntry::getName).filter(name -> !named.contains(name)).toList();
    if (!strange.isEmpty()) {
      throw Manifest.damaged("里面有清单没有列出的 " + strange.size() + " 个文件");
    }
  }

  private static Digesting digest(ZipFile zip, String name) throws IOException {
    Digesting digesting = new Digesting(OutputStream.nullOutputStream());
    try (InputStream in = zip.getInputStream(entry(zip, name))) {
      in.transferTo(digesting);
    }
    return digesting;
  }

  private static ZipEntry entry(ZipFile zip, String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw Manifest.damaged("缺少 " + name);
    }
    return entry;
  }

  private static void refuseOtherPurpose(Manifest manifest, boolean demonstration) {
    if (manifest.demonstration() != demonstration) {
      throw new Refusal(
          Refusal.Kind.CALLER,
          manifest.demonstration() ? "没有恢复。这是演示数据的备份，里面的口令是公开的。" : "没有恢复。这是办公数据的备份，不能拿来演示。",
          "目标没有动。",
          manifest.demonstration() ? "请加上 --demo。" : "请去掉 --demo。");
    }
  }

  private static void into(ZipFile zip, Manifest manifest, Path folder) throws IOException {
    try (DataDirectory data = DataDirectory.open(folder)) {
      boolean ours = !OpenDatabase.outside(System.getenv());
      refuseUsed(data, ours);
      try {
        into(zip, manifest, data);
      } catch (RuntimeException | IOException e) {
        undo(data, ours);
        throw e;
      }
    }
  }

  private static void into(ZipFile zip, Manifest manifest, DataDirectory data) throws IOException {
    try (OpenDatabase database = OpenDatabase.of(data, System.getenv())) {
      DatabaseAddress address = database.address();
      EmptyDatabase.refuseUsed(address);
      refuseOtherVersion(manifest, address);
      files(zip, manifest, data);
      DatabasePreparation.prepare(address, manifest.demonstration());
      EmptyDatabase.fill(
          address,
          manifest.tables(),
          manifest.sequences(),
          table -> zip.getInputStream(entry(zip, Manifest.place(table))));
    }
  }

  private static void refuseUsed(DataDirectory data, boolean ours) throws IOException {
    Path taken = ours && Files.exists(data.postgres()) ? data.postgres() : null;
    for (KeptFolder folder : KeptFolder.values()) {
      boolean empty = folder == KeptFolder.KEYS || folder.files(data).isEmpty();
      taken = empty ? taken : folder.in(data);
    }
    if (taken != null) {
      throw used(taken);
    }
  }

  private static Refusal used(@Nullable Path taken) {
    return new Refusal(
        Refusal.Kind.CALLER, "没有恢复。目标不是空的：" + taken + " 里已有数据。", "那里的数据没有动。", "请用 --data 另选一个新目录。");
  }

  private static void refuseOtherVersion(Manifest manifest, DatabaseAddress address) {
    if (!manifest.migrations().equals(Migrations.known(address))) {
      String newest =
          manifest.migrations().isEmpty() ? "无" : manifest.migrations().getLast().version();
      throw new Refusal(
          Refusal.Kind.CALLER,
          "没有恢复。备份是另一版程序做的，它的表到 " + newest + "，和这一版不同。",
          "目标没有动。",
          "请用做备份的那一版程序恢复，恢复后再升级。");
    }
  }

  /** Names come from a compared manifest, yet a path never leads out of its folder. */
  private static void files(ZipFile zip, Manifest manifest, DataDirectory data) throws IOException {
    for (KeptFile file : manifest.files()) {
      Path target = target(file.path(), data);
      if (Files.exists(target)) {
        throw used(target);
      }
      Files.createDirectories(target.getParent());
      try (InputStream in = zip.getInputStream(entry(zip, file.path()))) {
        Files.copy(in, target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  private static Path target(String path, DataDirectory data) {
    for (KeptFolder folder : KeptFolder.values()) {
      if (path.startsWith(folder.label() + "/")) {
        Path root = folder.in(data).toAbsolutePath().normalize();
        Path target = root.resolve(path.substring(folder.label().length() + 1)).normalize();
        if (target.startsWith(root) && !target.equals(root)) {
          return target;
        }
      }
    }
    throw Manifest.damaged("文件名 " + path.length() + " 个字，指到了目录外面");
  }

  /** Only what this very try has made: the target was empty before. */
  private static void undo(DataDirectory data, boolean ours) throws IOException {
    if (ours) {
      FileSystemUtils.deleteRecursively(data.postgres());
    }
    for (KeptFolder folder : List.of(KeptFolder.FILES, KeptFolder.ANCHORS)) {
      for (Path file : folder.files(data)) {
        Files.delete(folder.in(data).resolve(file));
      }
    }
  }

  /** Stops at a size that no honest file has. */
  private static final class Limited extends OutputStream {
    private final OutputStream target;
    private int left;

    private Limited(OutputStream target, int most) {
      this.target = target;
      this.left = most;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      left -= length;
      if (left < 0) {
        throw Manifest.damaged("清单大得不合常理");
      }
      target.write(buffer, offset, length);
    }
  }
}
