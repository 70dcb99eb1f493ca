package org.zhengling.app.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.zhengling.app.backup.Manifest.KeptFile;
import org.zhengling.app.backup.store.Digesting;
import org.zhengling.app.backup.store.EmptyDatabase.Expected;
import org.zhengling.app.backup.store.Snapshot;
import org.zhengling.app.backup.store.Table;
import org.zhengling.app.database.DataDirectory;
import org.zhengling.app.database.OpenDatabase;
import org.zhengling.engine.Refusal;

/**
 * Writes one file with every table as of one moment and the files of the data directory. It works
 * beside a running server. The keys are in it only when asked for: whoever finds a backup without
 * them cannot open what was sealed.
 */
public final class Backup {
  private static final String OWNER_ONLY = "rw-------";

  private Backup() {}

  /** Whether the master keys go into the backup. */
  public enum MasterKeys {
    LEFT_OUT,
    INCLUDED
  }

  /**
   * What was written.
   *
   * @param sm3 of the manifest, which holds the digests of everything else
   */
  public record Written(int tables, long rows, int files, long bytes, String sm3) {}

  /** Writes to a file that must not exist yet; it appears under its name when it is whole. */
  public static Written write(Path folder, Path to, MasterKeys keys) {
    if (!Files.isDirectory(folder)) {
      throw new Refusal(Refusal.Kind.CALLER, "没有备份。没有数据目录 " + folder + "。", "请用 --data 指明。");
    }
    Path target = to.toAbsolutePath().normalize();
    Path draft = target.resolveSibling(target.getFileName() + ".part");
    refuseTaken(target);
    try (DataDirectory data = DataDirectory.openOrShare(folder);
        OpenDatabase database = OpenDatabase.of(data, System.getenv());
        Snapshot snapshot = Snapshot.of(database.address())) {
      Files.deleteIfExists(draft);
      Files.createFile(
          draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      Manifest manifest = write(data, snapshot, draft, keys);
      settle(draft);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      return new Written(
          manifest.tables().size(),
          manifest.rows(),
          manifest.files().size(),
          Files.size(target),
          Manifest.sm3(manifest.text()));
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Kind.OUTSIDE,
          "没有备份。" + target + " 写不了（" + e.getMessage() + "）。",
          "数据没有动。",
          "请检查目录、权限和磁盘空间。");
    }
  }

  private static void refuseTaken(Path target) {
    if (Files.exists(target)) {
      throw new Refusal(
          Refusal.Kind.CALLER, "没有备份。" + target + " 已经存在。", "它没有动。", "请换一个文件名，备份从不覆盖旧的。");
    }
  }

  private static Manifest write(DataDirectory data, Snapshot snapshot, Path draft, MasterKeys keys)
      throws IOException {
    try (OutputStream file = Files.newOutputStream(draft, StandardOpenOption.WRITE);
        ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      List<Expected> tables = new ArrayList<>();
      for (Table table : snapshot.tables()) {
        zip.putNextEntry(new ZipEntry(Manifest.place(table)));
        Digesting digesting = new Digesting(zip);
        snapshot.copy(table, digesting);
        zip.closeEntry();
        tables.add(new Expected(table, digesting.lines(), digesting.sm3()));
      }
      List<KeptFile> files = files(data, zip, keys);
      Manifest manifest =
          new Manifest(
              snapshot.moment(),
              snapshot.demonstration(),
              snapshot.migrations(),
              tables,
              snapshot.sequences(),
              files);
      zip.putNextEntry(new ZipEntry(Manifest.NAME));
      zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      return manifest;
    }
  }

  private static List<KeptFile> files(DataDirectory data, ZipOutputStream zip, MasterKeys keys)
      throws IOException {
    List<KeptFile> files = new ArrayList<>();
    for (KeptFolder folder : KeptFolder.values()) {
      if (folder == KeptFolder.KEYS && keys == MasterKeys.LEFT_OUT) {
        continue;
      }
      for (Path file : folder.files(data)) {
        String path = folder.label() + "/" + file.toString().replace('\\', '/');
        zip.putNextEntry(new ZipEntry(path));
        Digesting digesting = new Digesting(zip);
        Files.copy(folder.in(data).resolve(file), digesting);
        zip.closeEntry();
        files.add(new KeptFile(path, digesting.bytes(), digesting.sm3()));
      }
    }
    return files;
  }

  /** Written out to the disk before it gets its name. */
  private static void settle(Path draft) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
