package org.zhengling.app.demo.departments;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhengling.app.database.DataDirectory;
import org.zhengling.app.database.EmbeddedDatabase;
import org.zhengling.app.demo.departments.store.DepartmentDatabase;
import org.zhengling.app.demo.departments.store.DepartmentDatabase.Shape;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.exchange.Agreement;
import org.zhengling.platform.exchange.Catalogue;
import org.zhengling.platform.exchange.DropFolder;
import org.zhengling.platform.exchange.Item;
import org.zhengling.platform.exchange.ItemType;
import org.zhengling.platform.exchange.LegalPurpose;
import org.zhengling.platform.exchange.Source;
import org.zhengling.platform.exchange.Way;
import org.zhengling.platform.keys.Sm3;

/**
 * The departments of a demonstration and what they know. Of their twenty-three sources one is down
 * (the rural bank), one is stale (the provident fund), one gives text where an amount belongs (farm
 * subsidies), and one has renamed a column (house deals, until {@link #restoreColumns}).
 */
@Component
public class DepartmentWorld implements AutoCloseable {
  /** The purpose under which a demonstration asks. */
  public static final String PURPOSE = "household-check";

  private static final String DEALS = "house-deals";
  private static final LocalDate SIGNED = LocalDate.of(2020, 6, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2022, 12, 31);

  /** Nobody listens there. */
  private static final URI NOBODY = URI.create("http://127.0.0.1:9/enquiries");

  private final ObjectProvider<EmbeddedDatabase> embedded;
  private final DataDirectory data;
  private final DropFolder drops;
  private final Catalogue catalogue;
  private final BusinessDay day;
  private @Nullable DepartmentDatabase database;
  private @Nullable InventedBank bank;

  DepartmentWorld(
      ObjectProvider<EmbeddedDatabase> embedded,
      DataDirectory data,
      DropFolder drops,
      Catalogue catalogue,
      BusinessDay day) {
    this.embedded = embedded;
    this.data = data;
    this.drops = drops;
    this.catalogue = catalogue;
    this.day = day;
  }

  /**
   * Opens the departments and connects them in the catalogue, at every start anew, because their
   * ports change. Where the database is not the embedded one there are none.
   *
   * @param keeper in a post that keeps sources
   */
  public void open(SignedIn keeper) {
    EmbeddedDatabase server = embedded.getIfAvailable();
    if (server == null || database != null) {
      return;
    }
    DepartmentDatabase opened =
        DepartmentDatabase.open(server.address(), data.secret("departments"));
    opened.make(shapes());
    database = opened;
    InventedBank made =
        new InventedBank(opened, data.secret("invented-bank"), day.today().minusDays(1));
    bank = made;
    keeper.call(() -> {
      connect(opened, made);
      return keeper;
    });
  }

  private static Shape shape(InventedTable table) {
    return new Shape(table.schema(), table.table(), table.columns());
  }

  private static List<Shape> shapes() {
    return Stream.concat(
            InventedTables.ALL.stream().map(DepartmentWorld::shape),
            Stream.of(InventedBank.ACCOUNTS))
        .toList();
  }

  /** Slugs of all sources. */
  public static Set<String> sources() {
    return Stream.concat(
            InventedTables.ALL.stream().map(InventedTable::slug),
            Stream.of("bank-deposits", "rural-bank-deposits", "insurance-policies", "securities"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void connect(DepartmentDatabase opened, InventedBank bank) {
    if (catalogue.purposes().isEmpty()) {
      catalogue.record(
          new LegalPurpose(PURPOSE, "家庭经济状况核对", "国务院令第649号 第五十八条", LocalDate.of(2014, 5, 1), null));
    }
    for (InventedTable table : InventedTables.ALL) {
      String column = table.asOf();
      enter(
          source(
              table.slug(),
              table.name(),
              table.department(),
              table.code(),
              table.items(),
              table.periodField(),
              new Way.Database(
                  "127.0.0.1",
                  opened.port(),
                  DepartmentDatabase.NAME,
                  DepartmentDatabase.READER,
                  data.secret("departments"),
                  table.schema(),
                  table.table(),
                  table.numberColumn(),
                  column == null ? null : new Way.AsOf(table.table(), column))));
    }
    others(bank).forEach(this::enter);
  }

  private List<Source> others(InventedBank bank) {
    List<Item> accounts =
        List.of(
            new Item("account", "账号后四位", ItemType.TEXT, "acct_tail", false, "账号后四位"),
            new Item("balance", "余额", ItemType.YUAN, "balance", true, "余额"));
    return List.of(
        source(
            "bank-deposits",
            "存款",
            "示例银行",
            "4010010001",
            accounts,
            null,
            new Way.Http(bank.address(), data.secret("invented-bank"))),
        source(
            "rural-bank-deposits",
            "存款",
            "示例农商行",
            "4010010002",
            accounts,
            null,
            new Way.Http(NOBODY, "")),
        source(
            "insurance-policies",
            "商业保险",
            "示例保险同业公会",
            "4020010001",
            List.of(
                new Item("company", "保险公司", ItemType.TEXT, "保险公司", false, "保险公司"),
                new Item("product", "产品", ItemType.TEXT, "产品", false, "产品"),
                new Item("value", "现金价值", ItemType.YUAN, "现金价值", true, "现金价值")),
            null,
            new Way.Folder(DroppedSamples.INSURANCE, "证件号码", "姓名")),
        source(
            "securities",
            "证券",
            "示例证券公司",
            "4030010001",
            List.of(
                new Item("broker", "券商", ItemType.TEXT, "券商", false, "券商"),
                new Item("name", "证券名称", ItemType.TEXT, "证券名称", false, "证券名称"),
                new Item("value", "市值", ItemType.YUAN, "市值", true, "市值")),
            null,
            new Way.Folder(DroppedSamples.SECURITIES, "身份证号", "姓名")));
  }

  private static Source source(
      String slug,
      String name,
      String department,
      String code,
      List<Item> items,
      @Nullable String periodField,
      Way way) {
    return new Source(
        slug,
        new Source.Listing(name, department, code, "示例数据", "每日", SIGNED),
        new Source.Terms(
            Source.Sharing.CONDITIONAL,
            "凭共享协议和本人授权",
            Source.Consent.REQUIRED,
            way instanceof Way.Folder ? Source.Timing.BATCH : Source.Timing.REAL_TIME),
        new Source.Limits(31, Duration.ofSeconds(10), 2, 5, Duration.ofMinutes(5)),
        items,
        periodField,
        way,
        null,
        true);
  }

  private void enter(Source source) {
    Optional<Source> known = catalogue.source(source.slug());
    if (known.isPresent()) {
      if (!known.get().equals(source)) {
        catalogue.change(source);
      }
      return;
    }
    catalogue.add(source);
    String department = source.listing().department();
    catalogue.enter(
        new Agreement.Draft(
            source.slug(),
            "示例共享〔2020〕" + source.listing().code().substring(1, 3) + "号",
            SIGNED,
            LAST_DAY,
            Set.of(PURPOSE),
            Sm3.hex("示例协议 " + department),
            Sm3.hex("示例保密承诺书 " + department),
            SIGNED));
  }

  /** Writes what is true into all departments, in the place of what they knew, and drops files. */
  public void fill(List<Truth> people) {
    DepartmentDatabase known = database;
    if (known == null) {
      return;
    }
    restoreColumns();
    Map<Shape, List<List<String>>> rows = new LinkedHashMap<>();
    for (InventedTable table : InventedTables.ALL) {
      rows.put(shape(table), rows(table, people));
    }
    rows.put(InventedBank.ACCOUNTS, accounts(people));
    mistype(rows);
    known.replace(rows);
    Path root = drops.path();
    DroppedSamples.drop(root, people);
    changeColumns();
  }

  private static List<List<String>> rows(InventedTable table, List<Truth> people) {
    List<List<String>> rows = new ArrayList<>();
    for (Truth one : people) {
      table
          .rows()
          .apply(one)
          .forEach(cells -> {
            List<String> row = new ArrayList<>(List.of(one.number().text()));
            row.addAll(cells);
            rows.add(row);
          });
    }
    return rows;
  }

  private static List<List<String>> accounts(List<Truth> people) {
    List<List<String>> rows = new ArrayList<>();
    for (Truth one : people) {
      for (Truth.Fact fact : one.facts()) {
        if (fact instanceof Truth.Deposit deposit) {
          rows.add(
              List.of(
                  one.number().text(), deposit.account(), InventedTables.yuan(deposit.balance())));
        }
      }
    }
    return rows;
  }

  /** Every hundredth subsidy has words where its amount belongs. */
  private static void mistype(Map<Shape, List<List<String>>> rows) {
    rows.forEach((shape, some) -> {
      if (shape.table().equals("bt_ff")) {
        for (int i = 0; i < some.size(); i += 100) {
          some.get(i).set(3, "见明细表");
        }
      }
    });
  }

  private static Shape deals() {
    return InventedTables.ALL.stream()
        .filter(table -> table.slug().equals(DEALS))
        .map(DepartmentWorld::shape)
        .findFirst()
        .orElseThrow();
  }

  /** The department of house deals renames a column without a word. */
  public void changeColumns() {
    if (database != null) {
      database.rename(deals(), "htje", "ht_je_yuan");
    }
  }

  /** And takes it back. */
  public void restoreColumns() {
    if (database != null) {
      database.rename(deals(), "ht_je_yuan", "htje");
    }
  }

  @Override
  public void close() {
    if (bank != null) {
      bank.close();
    }
  }
}
