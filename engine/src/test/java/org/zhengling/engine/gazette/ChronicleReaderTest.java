package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.gazette.ChronicleEntry.Kind;
import org.zhengling.engine.gazette.ChronicleEntry.Person;

class ChronicleReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "市委副书记、市长石光亮出席并讲话。|石光亮=市委副书记/市长",
        "副市长石光亮、方文、林海生，市政府秘书长白石参加。|石光亮=副市长 方文=副市长 林海生=副市长 白石=市政府秘书长",
        "市人大常委会主任欧阳建国主持。|欧阳建国=市人大常委会主任",
        "副市长买买提·吐尔逊陪同。|买买提·吐尔逊=副市长",
        "某国公司董事长约翰·史密斯来我市考察。|约翰·史密斯=某国公司董事长",
        "市委常委、政法委书记方辉，副市长石军率队赴南山市考察。|方辉=市委常委/政法委书记 石军=副市长",
        "与中山集团董事长、青石旅游公司总裁，水乡园区公司董事长方向明座谈。|方向明=中山集团董事长/青石旅游公司总裁/水乡园区公司董事长",
        "副市长石明陪同下，一行来我市。|石明=副市长",
        "省督查组组长、应急厅副厅长方强同志到会讲话。|方强=省督查组组长/应急厅副厅长",
        "会见了青石集团董事长兼CEO方丕一行。|方丕=青石集团董事长兼CEO",
        "市长方永忠会见了石东哲董事长率领的考察团。|方永忠=市长 石东哲=董事长",
        "方小亨、王海峰、周均发等市领导出席。|方小亨=市领导 王海峰=市领导 周均发=市领导",
        "方小亨主持会议，石立香安排工作。|方小亨= 石立香=",
        "市长助理、市公安局局长石世杰陪同。|石世杰=市长助理/市公安局局长",
        "副市长方张明、市长石　光参加。|方张明=副市长 石光=市长"
      })
  void people_are_named_behind_their_posts(String words, String people) {
    List<Person> expected =
        List.of(people.split(" ", -1)).stream()
            .map(person -> person.split("=", -1))
            .map(person ->
                new Person(
                    person[0], person[1].isEmpty() ? List.of() : List.of(person[1].split("/", -1))))
            .toList();
    assertThat(PeopleReader.read(words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "市长安排部署森林防火工作。",
        "有关县市区和市直部门负责人作了发言。",
        "市委常委会召开会议，有关市领导、市直部门负责人列席会议。",
        "市政府召开全市高效农业现场会。",
        "开通市长热线。",
        "金山县县长、白水区区长参加。",
        "各界代表参加活动。"
      })
  void offices_without_a_name_are_nobody(String words) {
    assertThat(PeopleReader.read(words)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MEETING|全市农业工作会议召开。",
        "MEETING|市长石光亮主持召开市政府第71次常务会议。",
        "MEETING|市委理论学习中心组进行集体学习研讨。",
        "INSPECTION|市长石光亮到甲县、乙市检查水库防汛工作。",
        "INSPECTION|省督查组来我市督导检查安全生产工作。",
        "INSPECTION|市长石光亮到甲县调研并召开座谈会。",
        "SIGNING|市政府与青石集团在南山签署战略合作协议。",
        "VISIT|市委书记率队到南山、北海走访考察重点企业。",
        "VISIT|青石公司来我市洽谈氢能项目。",
        "VISIT|市长会见某国驻华大使一行。",
        "OPENING|东西高速通车仪式在东河特大桥举行。",
        "OPENING|全市重点项目集中开工仪式举行。",
        "AWARD|我市荣获“国家卫生城市”称号。",
        "APPOINTMENT|石光亮当选为市长。",
        "ISSUE|市政府印发《关于种树的意见》。",
        "ACCIDENT|我市发生一起道路交通事故，造成3人受伤。",
        "MEETING|市政府召开安全生产紧急会议，通报煤矿事故情况。",
        "OTHER|全市种树。"
      })
  void the_words_of_an_event_tell_its_kind(Kind kind, String words) {
    assertThat(EventWords.kind(words)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "会议在甲县召开。|甲县",
        "座谈会在青石国际会议中心举行。|青石国际会议中心",
        "市长到甲县、乙市检查防汛。|甲县 乙市",
        "率队到南山、北海走访考察企业。|南山 北海",
        "市政府与青石集团在南山签署协议。|南山",
        "副市长在会上致辞。|",
        "在全面总结的基础上召开会议。|",
        "省督查组来我市检查。|",
        "市长到一线调研。|"
      })
  void places_are_kept_as_printed(String words, String places) {
    List<String> expected = places == null ? List.of() : List.of(places.split(" ", -1));
    assertThat(EventWords.places(words)).isEqualTo(expected);
  }

  @Test
  void days_may_be_set_off_by_a_comma_or_stand_alone() {
    Gazette read =
        GazetteReader.read(
            """
            甲市人民政府2021年3月大事记

            1日,市政府召开会议。市长石光亮强调,3日,
            要种完树。
            △副市长方文会见来宾。
            8—9日 省督查组来我市检查。
            10日
            全市种树。
            2月28日~3月2日 全市浇水。
            """);
    assertThat(read.chronicle())
        .extracting(ChronicleEntry::firstDay, ChronicleEntry::lastDay, ChronicleEntry::kind)
        .containsExactly(
            tuple(day(3, 1), day(3, 1), Kind.MEETING),
            tuple(day(3, 1), day(3, 1), Kind.VISIT),
            tuple(day(3, 8), day(3, 9), Kind.INSPECTION),
            tuple(day(3, 10), day(3, 10), Kind.OTHER),
            tuple(day(2, 28), day(3, 2), Kind.OTHER));
    assertThat(read.chronicle().getFirst().text()).endsWith("要种完树。");
    assertThat(read.chronicle().get(1).people()).containsExactly(new Person("方文", List.of("副市长")));
    assertThat(read.chronicle().getLast().confidence()).isLessThan(80);
    assertThat(read.unplaced()).isEmpty();
  }

  @Test
  void a_chronicle_of_a_year_takes_the_month_from_its_own_line() {
    Gazette read = GazetteReader.read("甲市2021年大事记\n\n1月\n\n5日 种树。\n\n6月\n\n8日 浇水。\n");
    assertThat(read.chronicle())
        .extracting(ChronicleEntry::firstDay)
        .containsExactly(day(1, 5), day(6, 8));
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2021, month, day);
  }
}
