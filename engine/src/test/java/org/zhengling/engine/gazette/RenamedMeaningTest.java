package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is ordered of one city is ordered of any other in the same words. */
class RenamedMeaningTest {
  private static final String ORDER =
      """
      甲市人民政府关于整修水渠的实施意见

      甲政字〔2020〕12号

      各县（市、区）人民政府：

      根据《乙省修渠办法》（乙政发〔2019〕7号），提出如下意见。

      一、工作目标

      到2022年，水渠总长达到4.5万公里，占全省比例达到45%；建成15个灌区、30个泵站。

      二、主要任务

      （一）普查。逐条登记。（牵头单位：市水利局；责任单位：市财政局、市测绘局；完成时限：2020年12月底前）

      （二）整修。县级在1个月内报批；市级在7个工作日内批复。（市水利局牵头，市财政局配合）

      （三）督查。市督查室每半年督查一次，市水利督导室每季度调度一次。由丙山区牵头成立水渠学会。

      （四）保障。市财政局要保障资金，市测绘局负责测绘。每个县（市、区）建立1个以上示范渠。

      本意见自印发之日起施行，《甲市修渠规定》（甲政字〔2015〕3号）同时废止。

      甲市人民政府
      2020年3月5日

      # 甲市人民政府大事记

      2020年3月

      **3日** 市委副书记、市长石光亮到丙山区、丁水县检查水渠。副市长方文、林海生参加。

      △市政府与青石集团在丙山区签署战略合作协议。
      """;

  private final Gazette gazette = GazetteReader.read(ORDER);

  @Test
  void other_names_numbers_and_dates_give_the_same_tasks() {
    Gazette other = GazetteReader.read(renamed());
    assertThat(tasks(other))
        .isEqualTo(tasks(gazette).stream().map(RenamedMeaningTest::named).toList());
    assertThat(tasks(gazette)).hasSize(9);
  }

  @Test
  void and_the_same_indicators_and_references() {
    OfficialDocument order = gazette.documents().getFirst();
    OfficialDocument other = GazetteReader.read(renamed()).documents().getFirst();
    assertThat(other.indicators())
        .extracting(
            read -> read.clause() + read.name() + read.comparator() + read.unit() + read.forWhom())
        .isEqualTo(
            order.indicators().stream()
                .map(read ->
                    read.clause() + read.name() + read.comparator() + read.unit() + read.forWhom())
                .map(RenamedMeaningTest::named)
                .toList());
    assertThat(order.indicators()).hasSize(5);
    assertThat(other.references())
        .extracting(read -> read.from() + read.title() + read.target() + read.effect())
        .isEqualTo(
            order.references().stream()
                .map(read -> read.from() + read.title() + read.target() + read.effect())
                .map(RenamedMeaningTest::named)
                .toList());
    assertThat(order.references()).hasSize(2);
  }

  @Test
  void and_the_same_events() {
    Gazette other = GazetteReader.read(renamed());
    assertThat(events(other))
        .isEqualTo(events(gazette).stream().map(RenamedMeaningTest::named).toList());
    assertThat(gazette.chronicle().getFirst().people()).hasSize(3);
  }

  private static List<String> tasks(Gazette gazette) {
    return gazette.documents().getFirst().tasks().stream()
        .map(task ->
            task.clause()
                + " "
                + task.lead()
                + task.responsible()
                + task.role()
                + task.confidence()
                + task.deadline().getClass().getSimpleName())
        .toList();
  }

  private static List<String> events(Gazette gazette) {
    return gazette.chronicle().stream()
        .map(event -> event.kind() + " " + event.people() + event.places())
        .toList();
  }

  private static String named(String text) {
    return text.replace("甲市", "大河市")
        .replace("乙省", "青江省")
        .replace("丙山区", "东林区")
        .replace("丁水县", "西浦县")
        .replace("水利局", "河务局")
        .replace("测绘局", "规划和自然资源局")
        .replace("石光亮", "欧阳建国")
        .replace("方文", "马一鸣")
        .replace("林海生", "高原")
        .replace("青石集团", "北斗集团");
  }

  private static String renamed() {
    String moved =
        Pattern.compile("20(\\d\\d)年|〔20(\\d\\d)〕")
            .matcher(named(ORDER))
            .replaceAll(found ->
                found
                    .group()
                    .replace("2015", "2021")
                    .replace("2019", "2024")
                    .replace("2022", "2032")
                    .replace("2020", "2030"));
    return moved
        .replace("4.5万", "3.2万")
        .replace("45%", "38%")
        .replace("15个", "9个")
        .replace("30个", "120个")
        .replace("1个月", "2个月")
        .replace("7个工作日", "10个工作日");
  }
}
