package org.zhengling.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Roots outside of the database, a line each, only ever appended and written through to the disk.
 * Whoever rewrites the database cannot make it meet what stands here. The folder may lie on a
 * medium that can be written once.
 */
public final class AnchorFile {
  private static final Pattern LINE =
      Pattern.compile("(\\d{1,18}) (\\S{10,40}) (\\d{1,18}) ([0-9a-f]{64})");

  private final Path folder;
  private final Path file;

  public AnchorFile(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("roots.txt");
  }

  /** A line: number, moment, count of entries, digest of the root. */
  public record Line(long number, Instant at, long entries, String digest) {}

  /** Every line; one that cannot be read is an exception, which names it. */
  public List<Line> lines() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<Line> lines = new ArrayList<>();
      for (String text : Files.readAllLines(file)) {
        lines.add(line(text, lines.size() + 1));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe " + file + " belongs to somebody else", e);
    }
  }

  private Line line(String text, int number) {
    Matcher parts = LINE.matcher(text);
    if (!parts.matches()) {
      throw new BrokenAnchor(file, number);
    }
    return new Line(
        Long.parseLong(parts.group(1)),
        Instant.parse(parts.group(2)),
        Long.parseLong(parts.group(3)),
        parts.group(4));
  }

  /** Adds what is not there yet, in order. Several processes of one machine take turns. */
  public void append(List<Line> lines) {
    try {
      make();
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
          FileLock lock = channel.lock()) {
        long last = lines().stream().mapToLong(Line::number).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Line one : lines) {
          if (one.number() > last) {
            text.append(one.number()).append(' ').append(one.at()).append(' ');
            text.append(one.entries()).append(' ').append(one.digest()).append('\n');
          }
        }
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (lock.isValid() && bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the disk is full: " + file, e);
    }
  }

  private void make() throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      Files.createFile(file);
      FileStore store = Files.getFileStore(file);
      if (store.supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  /** A line of the anchor file that nobody of us wrote so. */
  public static final class BrokenAnchor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    BrokenAnchor(Path file, int line) {
      super("Maybe line " + line + " of " + file + " was changed");
      this.line = line;
    }

    public int line() {
      return line;
    }
  }
}
