package org.zhengling.platform.exchange.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.formats.csv.CsvTable;
import org.zhengling.formats.extract.Extract;
import org.zhengling.platform.exchange.Answer.Reason;
import org.zhengling.platform.exchange.DropFolder;
import org.zhengling.platform.exchange.Enquiry;
import org.zhengling.platform.exchange.Source;
import org.zhengling.platform.exchange.Way;
import org.zhengling.platform.exchange.adapter.SourceFailure.Outlook;
import org.zhengling.platform.exchange.store.FileLoads;

/**
 * Reads the newest file that a department dropped into its folder, once, and answers from memory
 * until a newer one lies there. The day in the name is the day of the data; a file that is still
 * being written has another ending and is renamed when it is whole. Rows that cannot be read go
 * into a file of rejects beside it; whoever they may concern gets no "nothing found".
 */
@Component
class FolderAdapter implements Adapter {
  private static final Pattern DATED =
      Pattern.compile(
          ".*?(20\\d{2})-?([01]\\d)-?([0-3]\\d)\\D*\\.(csv|xlsx)", Pattern.CASE_INSENSITIVE);
  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final String REJECTS = "rejects";

  private final ObjectProvider<DropFolder> root;
  private final FileLoads loads;
  private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

  FolderAdapter(ObjectProvider<DropFolder> root, FileLoads loads) {
    this.root = root;
    this.loads = loads;
  }

  private record Found(Path file, LocalDate asOf, long size, long modified) {}

  private record Loaded(Found found, Source source, FileIndex index) {}

  @Override
  public Way.Kind kind() {
    return Way.Kind.FOLDER;
  }

  @Override
  public Delivery ask(Source source, List<Enquiry.Subject> subjects) throws SourceFailure {
    if (!(source.way() instanceof Way.Folder way)) {
      throw new IllegalStateException("Maybe another adapter's source: " + source.slug());
    }
    FileIndex index = index(source, way);
    Map<IdNumber, Delivery.Given> given = new HashMap<>();
    subjects.forEach(subject -> given.put(subject.number(), index.about(subject)));
    return new Delivery(given, index.asOf(), index.digest());
  }

  private FileIndex index(Source source, Way.Folder way) throws SourceFailure {
    DropFolder drops = root.getIfAvailable();
    if (drops == null) {
      throw new SourceFailure(Reason.NO_FILE, Outlook.LASTING, "没有设交换文件的目录。");
    }
    try {
      Found found = newest(drops.path().resolve(way.folder()));
      Loaded known = loaded.get(source.slug());
      if (known != null && known.found().equals(found) && known.source().equals(source)) {
        return known.index();
      }
      FileIndex index = load(source, way, found);
      loaded.put(source.slug(), new Loaded(found, source, index));
      return index;
    } catch (IOException e) {
      throw new SourceFailure(Reason.NO_FILE, Outlook.PASSING, "交换文件读不出来。");
    }
  }

  private static Found newest(Path folder) throws IOException, SourceFailure {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw none();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Found> dated = files.map(FolderAdapter::found).flatMap(Optional::stream).toList();
      return dated.stream()
          .max(Comparator.comparing(Found::asOf).thenComparingLong(Found::modified))
          .orElseThrow(FolderAdapter::none);
    }
  }

  private static SourceFailure none() {
    return new SourceFailure(Reason.NO_FILE, Outlook.LASTING, "没有收到交换文件（名字里要有日期，如 20210331.csv）。");
  }

  private static Optional<Found> found(Path file) {
    Matcher name = DATED.matcher(String.valueOf(file.getFileName()));
    if (!name.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(name.group(1)),
              Integer.parseInt(name.group(2)),
              Integer.parseInt(name.group(3)));
      return Optional.of(
          new Found(file, day, Files.size(file), Files.getLastModifiedTime(file).toMillis()));
    } catch (DateTimeException | IOException e) {
      return Optional.empty();
    }
  }

  private FileIndex load(Source source, Way.Folder way, Found found)
      throws IOException, SourceFailure {
    if (found.size() > MOST_BYTES) {
      throw new SourceFailure(Reason.TOO_LARGE, Outlook.LASTING, "交换文件超过 64 MB，没有读。");
    }
    String name = String.valueOf(found.file().getFileName());
    byte[] bytes = Files.readAllBytes(found.file());
    FileIndex index;
    try {
      index = FileIndex.of(source, way, found.asOf(), bytes, Extract.read(name, bytes));
    } catch (Refusal unreadable) {
      throw new SourceFailure(Reason.BROKEN, Outlook.LASTING, "交换文件读不懂：" + unreadable.happened());
    }
    reject(found.file(), name, index.rejects());
    loads.note(source.slug(), name, index.count());
    return index;
  }

  /** Beside the file, so that whoever dropped it finds what to mend; lines and reasons alone. */
  private static void reject(Path file, String name, List<Extract.Broken> rejects)
      throws IOException {
    if (rejects.isEmpty()) {
      return;
    }
    Path folder = Files.createDirectories(file.resolveSibling(REJECTS));
    Path draft = Files.createTempFile(folder, "draft", ".tmp");
    List<List<String>> rows =
        rejects.stream()
            .map(one -> List.of(name, Integer.toString(one.line()), one.reason()))
            .toList();
    Files.write(draft, CsvTable.write(List.of("文件", "行号", "原因"), rows));
    Files.move(
        draft,
        folder.resolve(name + ".rejects.csv"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }
}
