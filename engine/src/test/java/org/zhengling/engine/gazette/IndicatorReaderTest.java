package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.gazette.Indicator.Comparator;

class IndicatorReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "年招生规模总量达到4.5万人|年招生规模总量|≥|45000|-|人",
        "水渠总长突破80万米|水渠总长|≥|800000|-|米",
        "林下规模达到并稳定在80万亩左右|林下规模|about|800000|-|亩",
        "“双师型”教师比例达到70%|“双师型”教师比例|≥|70|-|%",
        "入园率达到百分之七十|入园率|≥|70|-|%",
        "死亡率控制在3‰以内|死亡率|≤|3|-|‰",
        "工业增加值提高2个百分点|工业增加值提高|exactly|2|-|个百分点",
        "地区生产总值增长7%以上|地区生产总值增长|≥|7|-|%",
        "城镇调查失业率6%左右|城镇调查失业率|about|6|-|%",
        "护理型床位占比不低于55%|护理型床位占比|≥|55|-|%",
        "专职人员不少于3人|专职人员|≥|3|-|人",
        "办理时间压缩至5个工作日以内|办理时间|≤|5|-|个工作日",
        "细颗粒物浓度降至35微克/立方米以下|细颗粒物浓度|≤|35|-|微克/立方米",
        "建成3至5所高水平职业院校|高水平职业院校|range|3|5|所",
        "配备1—2名协理员|协理员|range|1|2|名",
        "建设不少于3个示范园|示范园|≥|3|-|个",
        "建成五所中心校|中心校|exactly|5|-|所",
        "完成投资1,200万元|完成投资|exactly|12000000|-|元",
        "旅游收入达300亿元|旅游收入|≥|30000000000|-|元",
        "改造老旧小区300个|改造老旧小区|exactly|300|-|个",
        "城镇新增就业900万人以上|城镇新增就业|≥|9000000|-|人",
        "每千人口拥有3岁以下婴幼儿托位数达到4.5个|每千人口拥有3岁以下婴幼儿托位数|≥|4.5|-|个",
        "建设1处集实践教学、社会培训于一体的实训基地|集实践教学、社会培训于一体的实训基地|exactly|1|-|处",
        "增长率为3%—5%|增长率|range|3|5|%",
        "实现林地管护全覆盖|林地管护覆盖率|exactly|100|-|%",
        "推动行政村网格服务全覆盖|行政村网格服务覆盖率|exactly|100|-|%",
        "规上企业达到2000余家|规上企业|≥|2000|-|家"
      })
  void a_figure_that_is_a_goal_is_read_with_its_name(
      String words, String name, String comparator, BigDecimal value, String high, String unit) {
    Indicator read = only(words + "。");
    assertThat(read.name()).isEqualTo(name);
    assertThat(read.comparator().word()).isEqualTo(comparator);
    assertThat(read.value()).isEqualByComparingTo(value);
    assertThat(read.high()).isEqualTo(high == null ? null : new BigDecimal(high));
    assertThat(read.unit()).isEqualTo(unit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020年3月5日修渠。",
        "严格落实《水渠标准（2019年版）》。",
        "按乙政发〔2019〕45号文件执行。",
        "照护3岁以下婴幼儿。",
        "建设“3+2”专业。",
        "一次性给予50万元奖励。",
        "对年收入10万元以上的企业加强服务。",
        "重点论证拟用地等10项内容。",
        "建成一批水渠，开展两个试点，落实三项制度。",
        "召开第71次会议。",
        "在7个工作日内上报。",
        "联系电话12345678。",
        "截至2019年底，全市已建成水渠120条。",
        "建设5G网络，打造上亿元企业。",
        "利用3年左右的时间修渠。",
        "1亿元以上项目优先供地。"
      })
  void other_figures_are_none(String words) {
    assertThat(read(words)).isEmpty();
  }

  @Test
  void a_row_of_figures_shares_its_verb_and_a_share_its_subject() {
    List<Indicator> read = read("到2022年，水渠总长达到8万米，占全省比例达到45%。重点建设15个灌区、30个泵站和1个中心，培养100名渠长。");
    assertThat(read)
        .extracting(Indicator::name)
        .containsExactly("水渠总长", "水渠总长占全省比例", "灌区", "泵站", "中心", "渠长");
  }

  @Test
  void a_goal_keeps_its_day_from_sentence_to_sentence_and_an_order_does_not() {
    String words = "到2022年，水渠总长达到8万米。建设15个灌区。";
    assertThat(read("发展目标", words))
        .extracting(Indicator::by)
        .containsExactly(LocalDate.of(2022, 12, 31), LocalDate.of(2022, 12, 31));
    assertThat(read("修渠", words).getLast().by()).isNull();
  }

  @Test
  void a_goal_may_state_its_figures_without_a_verb() {
    List<Indicator> read =
        read("发展目标", "到2022年，水渠每年供水4.5万吨，占全省用水的45%；15个灌区、30个泵站；示范渠5条、试点县（市、区）1个。");
    assertThat(read)
        .extracting(Indicator::name)
        .containsExactly("水渠每年供水", "水渠每年供水占全省用水", "灌区", "泵站", "示范渠", "试点县（市、区）");
    assertThat(read("修渠", "水渠每年供水4.5万吨。")).isEmpty();
  }

  @Test
  void a_figure_that_only_counts_the_row_before_it_is_none() {
    assertThat(read("内设机构、岗位、自主招聘5项由学校决定。")).isEmpty();
  }

  @Test
  void of_whom_it_is_asked_stands_before_the_verb_or_as_a_condition() {
    assertThat(only("每个县（市、区）建立1个以上示范渠。").forWhom()).isEqualTo("每个县（市、区）");
    assertThat(only("在城区规划新建3至5所学校。").forWhom()).isEqualTo("城区");
    List<Indicator> staff = read("辖区人口5万人以下的配备专职人员不少于3人，5万人以上的不少于5人。");
    assertThat(staff).extracting(Indicator::forWhom).containsExactly("辖区人口5万人以下", "5万人以上");
    assertThat(staff).extracting(Indicator::name).containsOnly("专职人员");
    assertThat(staff).extracting(Indicator::comparator).containsOnly(Comparator.AT_LEAST);
  }

  @Test
  void an_indicator_has_a_stable_id_and_its_place() {
    Indicator read = only("2021年，建成3座水闸。");
    assertThat(read.id()).isEqualTo("甲政发〔2020〕7号 一 ¶1");
    assertThat(read.place().firstLine()).isEqualTo(4);
    assertThat(read.words()).isEqualTo("建成3座水闸");
    assertThat(read.by()).isEqualTo(LocalDate.of(2021, 12, 31));
    assertThat(read.confidence()).isBetween(50, 95);
  }

  @Test
  void the_articles_of_a_regulation_set_conditions_and_no_goals() {
    assertThat(
            GazetteReader.read("甲市水渠办法\n第一条 为了修渠，制定本办法。\n第二条 水闸应当不少于3座。\n")
                .documents()
                .getFirst()
                .indicators())
        .isEmpty();
  }

  private static Indicator only(String words) {
    List<Indicator> read = read(words);
    assertThat(read).as(words).hasSize(1);
    return Objects.requireNonNull(read.getFirst());
  }

  private static List<Indicator> read(String words) {
    return read("修渠", words);
  }

  private static List<Indicator> read(String heading, String words) {
    String text = "甲市人民政府关于修渠的意见\n甲政发〔2020〕7号\n各县（市、区）人民政府：\n一、" + heading + "。" + words + "\n";
    return GazetteReader.read(text).documents().getFirst().indicators();
  }
}
