package org.zhengling.platform.cases;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.cases.store.StoredFiles;
import org.zhengling.platform.keys.Keys;
import org.zhengling.platform.keys.Purpose;
import org.zhengling.platform.keys.SealedColumn;
import org.zhengling.platform.keys.Sm3;

/**
 * Files on the disk, sealed, each under the SM3 of what it holds: the same content is kept once,
 * and one that was changed does not open. A file has its name when it is whole and written through.
 */
@Component
class SealedFiles implements SealedColumn {
  private static final Purpose PURPOSE = new Purpose("cases.file");
  private static final String DRAFT = ".part";

  private final Path folder;
  private final Keys keys;
  private final StoredFiles rows;
  private final SecureRandom random;

  SealedFiles(FilesFolder files, Keys keys, StoredFiles rows, SecureRandom random) {
    this.folder = files.path().resolve("cases");
    this.keys = keys;
    this.rows = rows;
    this.random = random;
  }

  /** The first key is made at the start, as that of the actions is. */
  @PostConstruct
  void makeKey() {
    keys.seal(PURPOSE, new byte[0], bound(""));
  }

  /**
   * Writes the content through to the disk, unless it lies there; answers the key that sealed it.
   */
  long put(String digest, byte[] plain) {
    Path place = place(digest);
    try {
      if (!Files.exists(place)) {
        write(place, keys.seal(PURPOSE, plain, bound(digest)));
      }
      return Keys.keyId(Files.readAllBytes(place));
    } catch (IOException e) {
      throw outside("没有收下。文件存不进去（" + e.getClass().getSimpleName() + "）。", "请检查文件目录的权限和空间。");
    }
  }

  byte[] open(String digest) {
    byte[] plain = keys.open(PURPOSE, read(digest), bound(digest));
    if (!Sm3.hex(plain).equals(digest)) {
      throw outside("没有打开。文件和它的摘要对不上。", "请从备份核对，并告诉安全管理岗。");
    }
    return plain;
  }

  private byte[] read(String digest) {
    try {
      return Files.readAllBytes(place(digest));
    } catch (IOException e) {
      throw outside("没有打开。文件不在它的目录里。", "请检查文件目录，或从备份恢复。");
    }
  }

  private void write(Path place, byte[] bytes) throws IOException {
    Files.createDirectories(place.getParent());
    byte[] chance = new byte[8];
    random.nextBytes(chance);
    Path draft =
        place.resolveSibling(place.getFileName() + "." + HexFormat.of().formatHex(chance) + DRAFT);
    try (FileChannel channel =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    // The name has to outlive a fall of the machine as well.
    try (FileChannel parent = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
      parent.force(true);
    }
  }

  /** Removes what nobody knows; the caller sees to it that nothing is being put. */
  int sweep(Predicate<String> known) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> orphans =
          all.filter(Files::isRegularFile)
              .filter(file -> !known.test(file.getFileName().toString()))
              .toList();
      for (Path orphan : orphans) {
        Files.deleteIfExists(orphan);
      }
      return orphans.size();
    } catch (IOException e) {
      throw outside("没有清理。文件目录读不了（" + e.getClass().getSimpleName() + "）。", "请检查文件目录的权限。");
    }
  }

  private Path place(String digest) {
    return folder.resolve(digest.substring(0, 2)).resolve(digest);
  }

  private static byte[] bound(String digest) {
    return ("cases.stored_file " + digest).getBytes(StandardCharsets.UTF_8);
  }

  private static Refusal outside(String happened, String todo) {
    return new Refusal(Refusal.Kind.OUTSIDE, happened, todo);
  }

  @Override
  public Purpose purpose() {
    return PURPOSE;
  }

  @Override
  public Set<Long> keysInUse() {
    return rows.keysInUse();
  }

  /** One file, sealed. */
  final class Content implements Cell {
    private final String digest;
    private final byte[] sealed;

    Content(String digest) {
      this.digest = digest;
      this.sealed = read(digest);
    }

    @Override
    public byte[] sealed() {
      return sealed.clone();
    }

    @Override
    public byte[] bound() {
      return SealedFiles.bound(digest);
    }
  }

  @Override
  public List<Content> sealedBefore(long key, int atMost) {
    return rows.sealedBefore(key, atMost).stream().map(Content::new).toList();
  }

  /** The file first, its row second: a row never names a key that its file does not need. */
  @Override
  public void replace(Cell cell, byte[] sealedAnew) {
    if (!(cell instanceof Content content)) {
      throw new IllegalStateException("Maybe a value of another column: " + cell.getClass());
    }
    try {
      write(place(content.digest), sealedAnew);
    } catch (IOException e) {
      throw outside("没有重新封存。文件存不进去（" + e.getClass().getSimpleName() + "）。", "请检查文件目录的权限和空间。");
    }
    rows.sealed(content.digest, Keys.keyId(sealedAnew));
  }
}
