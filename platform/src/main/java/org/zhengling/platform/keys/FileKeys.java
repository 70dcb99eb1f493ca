package org.zhengling.platform.keys;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import org.zhengling.engine.Refusal;

/**
 * Master keys in a file that its owner alone can read, one a line, the newest last. The file is
 * read again when a key is asked for that was added since.
 */
final class FileKeys implements KeyProvider {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;
  private final SecureRandom random;
  private volatile MasterKeys keys;

  private FileKeys(Path file, SecureRandom random) {
    this.file = file;
    this.random = random;
    this.keys = read(file);
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

  /** Adds a key that wraps from now on; those before stay for what they wrapped. */
  void add() {
    try {
      write(file, Files.readString(file).strip() + "\n" + MasterKeys.drawn(random) + "\n");
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    keys = read(file);
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
    return keys.newest();
  }

  @Override
  public Set<String> known() {
    return keys.known();
  }

  @Override
  public byte[] wrap(byte[] dataKey, byte[] bound) {
    return keys.wrap(dataKey, bound, random);
  }

  @Override
  public byte[] unwrap(String masterKey, byte[] wrapped, byte[] bound) {
    if (!keys.known().contains(masterKey)) {
      keys = read(file);
    }
    return keys.unwrap(masterKey, wrapped, bound);
  }
}
