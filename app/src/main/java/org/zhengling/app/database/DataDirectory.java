package org.zhengling.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.zhengling.engine.Refusal;

/**
 * The folder that holds everything a server must not lose. One server at a time: a lock on a file
 * in it is held until the process ends, however it ends.
 */
public final class DataDirectory implements AutoCloseable {
  private static final int KEY_BYTES = 32;

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /** Opens and locks the folder, creating it readable by its owner alone. */
  public static DataDirectory open(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      ownerOnly(absolute, "rwx------");
      FileChannel channel =
          FileChannel.open(
              absolute.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new Refusal(
            Refusal.Kind.OUTSIDE,
            "没有启动。数据目录 " + absolute + " 正被另一个服务使用。",
            "那边的数据没有动。",
            "请先停掉它，或用 --data 另选一个目录。");
      }
      return new DataDirectory(absolute, channel, lock);
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Kind.OUTSIDE,
          "没有启动。数据目录 " + absolute + " 不能读写（" + e.getMessage() + "）。",
          "请检查目录权限和磁盘空间，或用 --data 另选一个目录。");
    }
  }

  private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel)
      throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process: two servers started in one JVM.
      return null;
    }
  }

  public Path postgres() {
    return folder.resolve("postgres");
  }

  public Path postgresPrograms() {
    return folder.resolve("postgres-programs");
  }

  public Path logs() {
    return folder.resolve("logs").resolve("server.log");
  }

  public Path tls() {
    return folder.resolve("secrets").resolve("server.p12");
  }

  /**
   * The secret of this name, made at first use and kept in a file that its owner alone can read.
   *
   * @return 64 hexadecimal characters
   */
  public String secret(String name) {
    Path secrets = folder.resolve("secrets");
    Path file = secrets.resolve(name);
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      Files.createDirectories(secrets);
      ownerOnly(secrets, "rwx------");
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      Files.createFile(file);
      ownerOnly(file, "rw-------");
      String text = HexFormat.of().formatHex(key);
      Files.writeString(file, text);
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the data directory became read-only: " + file, e);
    }
  }

  private static void ownerOnly(Path path, String permissions) throws IOException {
    if (Set.of(path.getFileSystem().supportedFileAttributeViews().toArray()).contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the lock file was removed: " + folder, e);
    }
  }
}
