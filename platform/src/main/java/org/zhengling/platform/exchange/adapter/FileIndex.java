package org.zhengling.platform.exchange.adapter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.formats.extract.Extract;
import org.zhengling.platform.exchange.Answer.Reason;
import org.zhengling.platform.exchange.Enquiry;
import org.zhengling.platform.exchange.Item;
import org.zhengling.platform.exchange.Source;
import org.zhengling.platform.exchange.Value;
import org.zhengling.platform.exchange.Way;
import org.zhengling.platform.exchange.adapter.SourceFailure.Outlook;
import org.zhengling.platform.keys.Sm3;

/**
 * The rows of one file by the number of the resident.
 *
 * <p>A row whose number cannot be read may be anybody's of its name; one without a readable name
 * may be anybody's at all. Whoever bears such a name is doubtful, whatever other rows there are; a
 * row without a name makes those doubtful who have no other row.
 */
public final class FileIndex {
  private final LocalDate asOf;
  private final String digest;
  private final Map<IdNumber, List<Delivery.Row>> rows = new HashMap<>();
  private final Map<String, Integer> doubtfulNames = new HashMap<>();
  private final List<Extract.Broken> rejects = new ArrayList<>();
  private @Nullable Integer anybody;
  private int good;

  private FileIndex(LocalDate asOf, String digest) {
    this.asOf = asOf;
    this.digest = digest;
  }

  static FileIndex of(Source source, Way.Folder way, LocalDate asOf, byte[] bytes, Extract extract)
      throws SourceFailure {
    FileIndex index = new FileIndex(asOf, Sm3.hex(bytes));
    int number = column(extract, way.numberHead());
    int name = way.nameHead().isEmpty() ? -1 : column(extract, way.nameHead());
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (Item item : source.items()) {
      columns.put(item.column(), column(extract, item.column()));
    }
    for (Extract.Broken one : extract.broken()) {
      index.rejects.add(one);
      index.anybody = index.anybody == null ? one.line() : index.anybody;
    }
    Set<List<String>> seen = new HashSet<>();
    for (Extract.Row row : extract.rows()) {
      if (seen.add(row.cells())) {
        index.add(source, row, number, name, columns);
      } else {
        index.rejects.add(new Extract.Broken(row.line(), "和前面的一行完全相同"));
      }
    }
    index.rejects.sort(Comparator.comparingInt(Extract.Broken::line));
    return index;
  }

  private static int column(Extract extract, String head) throws SourceFailure {
    int at = extract.head().indexOf(head);
    if (at < 0) {
      throw new SourceFailure(Reason.CHANGED, Outlook.LASTING, "交换文件里没有“" + head + "”这一列。");
    }
    return at;
  }

  private void add(
      Source source, Extract.Row row, int number, int name, Map<String, Integer> columns) {
    String written = row.cells().get(number);
    Optional<IdNumber> whose = WrittenNumbers.read(written);
    if (whose.isEmpty()) {
      rejects.add(new Extract.Broken(row.line(), "身份证号有误：" + fault(written)));
      String meant = name < 0 ? "" : row.cells().get(name).strip();
      if (meant.isEmpty()) {
        anybody = anybody == null ? row.line() : anybody;
      } else {
        doubtfulNames.putIfAbsent(meant, row.line());
      }
      return;
    }
    Map<String, @Nullable String> cells = new LinkedHashMap<>();
    boolean whole = true;
    for (Item item : source.items()) {
      String raw = row.cells().get(Objects.requireNonNull(columns.get(item.column())));
      cells.put(item.column(), raw);
      if (item.type().read(item.name(), raw) instanceof Value.Misread misread) {
        rejects.add(new Extract.Broken(row.line(), misread.reason()));
        whole = false;
      }
    }
    good += whole ? 1 : 0;
    rows.computeIfAbsent(whose.get(), _ -> new ArrayList<>()).add(new Delivery.Row(cells));
  }

  private static String fault(String written) {
    if (written.isBlank()) {
      return "没有填";
    }
    return IdNumber.read(written) instanceof org.zhengling.engine.identity.Identity.Invalid invalid
        ? invalid.reason()
        : "写法不认识";
  }

  /** What the file says about a resident. */
  Delivery.Given about(Enquiry.Subject subject) {
    List<Delivery.Row> found = rows.get(subject.number());
    Integer doubtful = doubtfulNames.get(subject.name().strip());
    if (doubtful != null) {
      return new Delivery.Doubtful("交换文件第 " + doubtful + " 行姓名相同而号码有误，分不清是不是这个人");
    }
    if (found != null) {
      return new Delivery.Rows(found);
    }
    return anybody == null
        ? new Delivery.Rows(List.of())
        : new Delivery.Doubtful("交换文件第 " + anybody + " 行读不懂，不能断定没有这个人");
  }

  LocalDate asOf() {
    return asOf;
  }

  String digest() {
    return digest;
  }

  /** In the order of lines. */
  List<Extract.Broken> rejects() {
    return rejects;
  }

  /** The loads of a source are listed with these. */
  public Count count() {
    return new Count(digest, asOf, good, rejects.size());
  }

  /**
   * What was read of a file.
   *
   * @param good rows without any fault
   */
  public record Count(String digest, LocalDate asOf, int good, int rejected) {}
}
