package org.zhengling.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.Refusal;

/**
 * The folder that holds everything a server must not lose. One server at a time: a lock on a file
 * in it is held until the process ends, however it ends.
 */
public final class DataDirectory implements AutoCloseable {
  private static final int KEY_BYTES = 32;

  private final Path folder;
  private final @Nullable FileChannel channel;
  private final @Nullable FileLock lock;

  private DataDirectory(Path folder, @Nullable FileChannel channel, @Nullable FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /** Opens and locks the folder, creating it readable by its owner alone. */
  public static DataDirectory open(Path folder) {
    DataDirectory data = openOrShare(folder);
    if (data.shared()) {
      throw new Refusal(
          Refusal.Kind.OUTSIDE,
          "没有启动。数据目录 " + data.folder + " 正被另一个服务使用。",
          "那边的数据没有动。",
          "请先停掉它，或用 --data 另选一个目录。");
    }
    return data;
  }

  /** Opens the folder; where a server holds it, to work beside that server. */
  public static DataDirectory openOrShare(Path folder) {
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
        return new DataDirectory(absolute, null, null);
      }
      return new DataDirectory(absolute, channel, lock);
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Kind.OUTSIDE,
          "没有执行。数据目录 " + absolute + " 不能读写（" + e.getMessage() + "）。",
          "请检查目录权限和磁盘空间，或用 --data 另选一个目录。");
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process: two servers started in one JVM.
      return null;
    }
  }

  /** True where another process holds the folder. */
  public boolean shared() {
    return lock == null;
  }

  public Path folder() {
    return folder;
  }

  public Path postgres() {
    return folder.resolve("postgres");
  }

  /** Where a new cluster is made before it takes its place. */
  public Path postgresDraft() {
    return folder.resolve("postgres-new");
  }

  public Path postgresPrograms() {
    return folder.resolve("postgres-programs");
  }

  public Path logs() {
    return folder.resolve("logs").resolve("server.log");
  }

  public Path commandLog() {
    return folder.resolve("logs").resolve("command.log");
  }

  /** What officials uploaded and the program issued; several servers share it by ZL_FILES. */
  public Path files() {
    String shared = System.getenv("ZL_FILES");
    return shared == null || shared.isBlank() ? folder.resolve("files") : Path.of(shared);
  }

  /** Where the roots of the audit are anchored outside of the database. */
  public Path anchors() {
    return folder.resolve("anchors");
  }

  /** Master keys, one a line. */
  public Path keys() {
    return folder.resolve("keys");
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
      String text = HexFormat.of().formatHex(key);
      // Whole or not at all: half a secret would lock its database for ever.
      Path draft = secrets.resolve(name + ".new");
      Files.deleteIfExists(draft);
      Files.createFile(draft);
      ownerOnly(draft, "rw-------");
      Files.writeString(draft, text, StandardOpenOption.DSYNC, StandardOpenOption.WRITE);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
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
      if (channel != null) {
        // Closing the channel releases its lock.
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the lock file was removed: " + folder, e);
    }
  }
}
