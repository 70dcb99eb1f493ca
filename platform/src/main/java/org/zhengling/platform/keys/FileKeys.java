package org.zhengling.platform.keys;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhengling.engine.Refusal;

/**
 * Master keys in a file that its owner alone can read, one a line, the newest last. The file is
 * read again when it was changed since.
 */
final class FileKeys implements KeyProvider {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;
  private final SecureRandom random;
  private volatile Read read;

  private FileKeys(Path file, SecureRandom random) {
    this.file = file;
    this.random = random;
    this.read = Read.of(file);
  }

  /** Refuses a file that others can read, or that holds a key everybody knows. */
  static FileKeys open(Path file, SecureRandom random) {
    return new FileKeys(file, random);
  }

  /** Makes the file with a new key; whole or not at all. */
  static FileKeys make(Path file, SecureRandom random) {
    write(file, MasterKeys.drawn(random) + "\n");
    return new FileKeys(file, random);
  }

  /** Those before stay for what they wrapped. */
  @Override
  public void add() {
    List<String> lines = new ArrayList<>(lines());
    lines.add(MasterKeys.drawn(random));
    rewrite(lines);
  }

  @Override
  public Set<String> forget(Set<String> inUse) {
    List<String> lines = lines();
    List<String> kept = new ArrayList<>();
    Set<String> forgotten = new TreeSet<>();
    for (String line : lines) {
      String id = MasterKeys.id(HexFormat.of().parseHex(line));
      if (inUse.contains(id) || line.equals(lines.getLast())) {
        kept.add(line);
      } else {
        forgotten.add(id);
      }
    }
    if (!forgotten.isEmpty()) {
      rewrite(kept);
    }
    return forgotten;
  }

  private List<String> lines() {
    try {
      return List.of(Files.readString(file).strip().split("[,\\s]+", -1));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private void rewrite(List<String> lines) {
    write(file, String.join("\n", lines) + "\n");
    read = Read.of(file);
  }

  /** A file that was changed since, by a command beside this server, is read again. */
  private MasterKeys current() {
    Read known = read;
    if (!changed(file).equals(known.changed())) {
      known = Read.of(file);
      read = known;
    }
    return known.keys();
  }

  /** What was read, and of which state of the file. */
  private record Read(MasterKeys keys, FileTime changed) {
    static Read of(Path file) {
      FileTime changed = FileKeys.changed(file);
      return new Read(FileKeys.read(file), changed);
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static void write(Path file, String text) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      Files.createFile(draft);
      if (posix(draft)) {
        Files.setPosixFilePermissions(draft, OWNERS);
      }
      Files.writeString(draft, text, StandardOpenOption.DSYNC, StandardOpenOption.WRITE);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw MasterKeys.refusal("密钥文件 " + file + " 写不了（" + e.getMessage() + "）", "请检查目录权限和磁盘空间。");
    }
  }

  private static MasterKeys read(Path file) {
    try {
      if (posix(file)) {
        Set<PosixFilePermission> given = Files.getPosixFilePermissions(file);
        if (!OWNERS.containsAll(given)) {
          throw MasterKeys.refusal(
              "密钥文件 " + file + " 别人也能读（" + PosixFilePermissions.toString(given) + "）",
              "请只留本人读写：chmod 600；别人看到过的密钥要换掉。");
        }
      }
      return MasterKeys.parse(Files.readString(file), "密钥文件 " + file + " ");
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static boolean posix(Path file) throws IOException {
    FileStore store = Files.getFileStore(file);
    return store.supportsFileAttributeView("posix");
  }

  private static Refusal unreadable(Path file, IOException e) {
    return MasterKeys.refusal("密钥文件 " + file + " 读不了（" + e.getMessage() + "）", "请检查它的所有者和权限。");
  }

  @Override
  public String name() {
    return "file";
  }

  @Override
  public String newest() {
    return current().newest();
  }

  @Override
  public Set<String> known() {
    return current().known();
  }

  @Override
  public byte[] wrap(byte[] dataKey, byte[] bound) {
    return current().wrap(dataKey, bound, random);
  }

  @Override
  public byte[] unwrap(String masterKey, byte[] wrapped, byte[] bound) {
    return current().unwrap(masterKey, wrapped, bound);
  }
}
