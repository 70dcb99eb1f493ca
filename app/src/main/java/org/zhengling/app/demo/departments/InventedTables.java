package org.zhengling.app.demo.departments;

import static org.zhengling.platform.exchange.ItemType.DAY;
import static org.zhengling.platform.exchange.ItemType.DECIMAL;
import static org.zhengling.platform.exchange.ItemType.FEN;
import static org.zhengling.platform.exchange.ItemType.MONTH;
import static org.zhengling.platform.exchange.ItemType.TEXT;
import static org.zhengling.platform.exchange.ItemType.WHOLE;
import static org.zhengling.platform.exchange.ItemType.YUAN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhengling.engine.quantity.Money;
import org.zhengling.platform.exchange.Item;
import org.zhengling.platform.exchange.ItemType;

/** Eighteen tables of sixteen invented departments, each in its own style. */
final class InventedTables {
  private static final DateTimeFormatter TIGHT = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("yyyy/M/d");
  private static final DateTimeFormatter MONTHLY = DateTimeFormatter.ofPattern("yyyyMM");

  static final List<InventedTable> ALL =
      List.of(
          table(
              "education-students",
              "在校学生",
              "市教育局",
              "3010010001",
              "jy",
              "xs_jbxx",
              List.of("sfzjh varchar(18)", "xxmc varchar(80)", "rxny char(6)"),
              List.of(item("school", "学校", TEXT, "xxmc"), item("since", "入学年月", MONTH, "rxny")),
              rows(Truth.Student.class, one -> List.of(one.school(), month(one.since())))),
          table(
              "hukou-members",
              "户籍成员",
              "市公安局",
              "3020010001",
              "ga_hj",
              "czrk",
              List.of("gmsfhm char(18)", "hh varchar(20)", "yhzgx varchar(20)", "zz varchar(200)"),
              List.of(
                  item("household", "户号", TEXT, "hh"),
                  item("relation", "与户主关系", TEXT, "yhzgx"),
                  sensitive("address", "住址", TEXT, "zz")),
              truth ->
                  of(truth, Truth.Registered.class)
                      .map(one -> List.of(truth.household(), one.relation(), truth.address()))),
          table(
              "vehicles",
              "机动车登记",
              "市公安局",
              "3020020001",
              "ga_jdc",
              "CL_DJ",
              List.of("SFZMHM varchar(18)", "HPHM varchar(15)", "CLLX varchar(30)", "CCDJRQ date"),
              List.of(
                  item("plate", "号牌", TEXT, "HPHM"),
                  item("kind", "车辆类型", TEXT, "CLLX"),
                  item("registered", "初次登记", DAY, "CCDJRQ")),
              rows(
                  Truth.Vehicle.class,
                  one -> List.of(one.plate(), one.kind(), one.registered().toString()))),
          table(
              "deaths",
              "死亡注销",
              "市公安局",
              "3020030001",
              "ga_sw",
              "zxhk",
              List.of("gmsfhm char(18)", "swrq char(8)"),
              List.of(item("died", "死亡日期", DAY, "swrq")),
              rows(Truth.Death.class, one -> List.of(one.day().format(TIGHT)))),
          monthly(
              "fiscal-payroll",
              "财政供养人员工资",
              "市财政局",
              "3030010001",
              "cz",
              "gz_mx",
              List.of("id_card text", "ym int", "gz_fen bigint", "dw text"),
              List.of(
                  item("month", "月份", MONTH, "ym"),
                  sensitive("amount", "工资", FEN, "gz_fen"),
                  item("unit", "单位", TEXT, "dw")),
              rows(
                  Truth.FiscalPay.class,
                  one ->
                      List.of(month(one.month()), Long.toString(one.amount().fen()), one.unit()))),
          monthly(
              "social-insurance-paid",
              "社会保险缴费",
              "市人力资源社会保障局",
              "3040010001",
              "rs_jf",
              "ac43",
              List.of(
                  "aac002 varchar(20)",
                  "aae002 numeric(6)",
                  "aic020 numeric(10,2)",
                  "aab004 varchar(100)"),
              List.of(
                  item("month", "费款所属期", MONTH, "aae002"),
                  sensitive("base", "缴费基数", YUAN, "aic020"),
                  item("employer", "缴费单位", TEXT, "aab004")),
              rows(
                  Truth.PaidIn.class,
                  one -> List.of(month(one.month()), yuan(one.base()), one.employer()))),
          monthly(
              "pension-benefits",
              "养老待遇发放",
              "市人力资源社会保障局",
              "3040020001",
              "rs_dy",
              "ac61",
              List.of("aac002 varchar(20)", "aae002 numeric(6)", "aae019 numeric(12,2)"),
              List.of(
                  item("month", "发放月份", MONTH, "aae002"),
                  sensitive("amount", "发放金额", YUAN, "aae019")),
              rows(Truth.Pension.class, one -> List.of(month(one.month()), yuan(one.amount())))),
          table(
              "real-estate",
              "不动产登记",
              "市自然资源和规划局",
              "3050010001",
              "bdc",
              "qlr",
              List.of(
                  "zjh varchar(30)",
                  "bdcdyh varchar(28)",
                  "zl varchar(200)",
                  "mj numeric(12,2)",
                  "ghyt varchar(20)",
                  "djsj timestamp"),
              List.of(
                  item("unit", "不动产单元", TEXT, "bdcdyh"),
                  sensitive("address", "坐落", TEXT, "zl"),
                  item("area", "建筑面积（平方米）", DECIMAL, "mj"),
                  item("use", "规划用途", TEXT, "ghyt"),
                  item("registered", "登记时间", DAY, "djsj")),
              rows(
                  Truth.House.class,
                  one ->
                      List.of(
                          one.unit(),
                          one.address(),
                          one.squareMetres().toPlainString(),
                          one.use(),
                          one.registered() + " 00:00:00"))),
          table(
              "house-deals",
              "房屋交易合同",
              "市住房城乡建设局",
              "3060010001",
              "zj",
              "spf_ht",
              List.of("gfr_zjhm text", "htbh text", "htje text", "qdrq text"),
              List.of(
                  item("contract", "合同编号", TEXT, "htbh"),
                  sensitive("price", "合同金额", YUAN, "htje"),
                  item("signed", "签订日期", DAY, "qdrq")),
              rows(
                  Truth.HouseDeal.class,
                  one -> List.of(one.contract(), yuan(one.price()), one.signed().format(SLASHED)))),
          table(
              "transport-permits",
              "道路运输证",
              "市交通运输局",
              "3070020001",
              "jt",
              "dlysz",
              List.of("sfz varchar(18)", "xkzh text", "cph text", "yxqz date"),
              List.of(
                  item("permit", "许可证号", TEXT, "xkzh"),
                  item("plate", "车牌", TEXT, "cph"),
                  item("until", "有效期止", DAY, "yxqz")),
              rows(
                  Truth.TransportPermit.class,
                  one -> List.of(one.permit(), one.plate(), one.until().toString()))),
          table(
              "farm-subsidies",
              "惠农补贴",
              "市农业农村局",
              "3080010001",
              "ny",
              "bt_ff",
              List.of("sfzhm text", "nf int", "btxm text", "je_yuan text"),
              List.of(
                  item("year", "年份", WHOLE, "nf"),
                  item("name", "补贴项目", TEXT, "btxm"),
                  sensitive("amount", "金额", YUAN, "je_yuan")),
              rows(
                  Truth.Subsidy.class,
                  one -> List.of(Integer.toString(one.year()), one.name(), yuan(one.amount())))),
          table(
              "farm-machines",
              "农业机械登记",
              "市农业农村局",
              "3080020001",
              "nj",
              "djb",
              List.of("syr_sfz varchar(18)", "jjlx text", "hpzh text", "gzrq date"),
              List.of(
                  item("kind", "机械类型", TEXT, "jjlx"),
                  item("plate", "牌证号", TEXT, "hpzh"),
                  item("bought", "购置日期", DAY, "gzrq")),
              rows(
                  Truth.Machine.class,
                  one -> List.of(one.kind(), one.plate(), one.bought().toString()))),
          table(
              "family-awards",
              "计划生育奖励扶助",
              "市卫生健康委",
              "3090010001",
              "wj",
              "jlfz",
              List.of("sfzh varchar(18)", "nd char(4)", "je numeric(10,2)"),
              List.of(item("year", "年度", WHOLE, "nd"), sensitive("amount", "金额", YUAN, "je")),
              rows(
                  Truth.FamilyAward.class,
                  one -> List.of(Integer.toString(one.year()), yuan(one.amount())))),
          table(
              "company-shares",
              "企业登记和股权",
              "市市场监管局",
              "3100010001",
              "scjg",
              "e_inv_investment",
              List.of(
                  "blicno varchar(50)", "entname text", "subconam numeric(18,2)", "condate date"),
              List.of(
                  item("company", "企业名称", TEXT, "entname"),
                  sensitive("capital", "认缴出资", YUAN, "subconam"),
                  item("since", "出资日期", DAY, "condate")),
              rows(
                  Truth.Share.class,
                  one -> List.of(one.company(), yuan(one.capital()), one.since().toString()))),
          table(
              "medical-insurance",
              "医疗保险参保",
              "市医保局",
              "3110010001",
              "yb",
              "psn_insu_d",
              List.of("certno varchar(50)", "insutype varchar(30)", "begndate date"),
              List.of(item("kind", "险种", TEXT, "insutype"), item("since", "参保日期", DAY, "begndate")),
              rows(Truth.Insured.class, one -> List.of(one.kind(), one.since().toString()))),
          monthly(
              "tax-income",
              "个人所得税扣缴申报",
              "市税务局",
              "3120010001",
              "sw",
              "grsds_kjsb",
              List.of("zzhm text", "skssq text", "srje numeric(16,2)", "kjyw text"),
              List.of(
                  item("month", "税款所属期", MONTH, "skssq"),
                  sensitive("amount", "收入额", YUAN, "srje"),
                  item("employer", "扣缴义务人", TEXT, "kjyw")),
              rows(
                  Truth.Wage.class,
                  one -> List.of(one.month().toString(), yuan(one.amount()), one.employer()))),
          new InventedTable(
              "provident-fund",
              "住房公积金账户",
              "市住房公积金中心",
              "3130010001",
              "gjj",
              "grzh",
              List.of(
                  "zjhm varchar(18)",
                  "yjce numeric(10,2)",
                  "ye numeric(12,2)",
                  "dwmc text",
                  "gxsj date"),
              List.of(
                  sensitive("monthly", "月缴存额", YUAN, "yjce"),
                  sensitive("balance", "余额", YUAN, "ye"),
                  item("employer", "缴存单位", TEXT, "dwmc")),
              null,
              "gxsj",
              rows(
                  Truth.ProvidentFund.class,
                  one ->
                      List.of(
                          yuan(one.monthly()), yuan(one.balance()), one.employer(), "2020-11-30"))),
          table(
              "cremations",
              "殡葬火化",
              "市民政局殡葬服务中心",
              "3140010001",
              "bz",
              "hhjl",
              List.of("szsfz varchar(18)", "hhrq date"),
              List.of(item("day", "火化日期", DAY, "hhrq")),
              rows(Truth.Cremation.class, one -> List.of(one.day().toString()))),
          table(
              "prisoners",
              "在押服刑人员",
              "市司法局",
              "3150010001",
              "sfj",
              "fxry",
              List.of("sfzh varchar(18)", "rjrq date", "xmrq date"),
              List.of(
                  sensitive("since", "入监日期", DAY, "rjrq"), sensitive("until", "刑满日期", DAY, "xmrq")),
              rows(
                  Truth.Prison.class,
                  one -> List.of(one.since().toString(), one.until().toString()))));

  private InventedTables() {}

  private static InventedTable table(
      String slug,
      String name,
      String department,
      String code,
      String schema,
      String table,
      List<String> columns,
      List<Item> items,
      Function<Truth, Stream<List<String>>> rows) {
    return new InventedTable(
        slug, name, department, code, schema, table, columns, items, null, null, rows);
  }

  private static InventedTable monthly(
      String slug,
      String name,
      String department,
      String code,
      String schema,
      String table,
      List<String> columns,
      List<Item> items,
      Function<Truth, Stream<List<String>>> rows) {
    return new InventedTable(
        slug, name, department, code, schema, table, columns, items, "month", null, rows);
  }

  private static Item item(String field, String name, ItemType type, String column) {
    return new Item(field, name, type, column, false, name);
  }

  private static Item sensitive(String field, String name, ItemType type, String column) {
    return new Item(field, name, type, column, true, name);
  }

  private static <F extends Truth.Fact> Stream<F> of(Truth truth, Class<F> kind) {
    return truth.facts().stream().filter(kind::isInstance).map(kind::cast);
  }

  private static <F extends Truth.Fact> Function<Truth, Stream<List<String>>> rows(
      Class<F> kind, Function<F, List<String>> cells) {
    return truth -> of(truth, kind).map(cells);
  }

  static String yuan(Money money) {
    return BigDecimal.valueOf(money.fen(), 2).toPlainString();
  }

  private static String month(YearMonth month) {
    return month.format(MONTHLY);
  }

  static String day(LocalDate day) {
    return day.toString();
  }
}
