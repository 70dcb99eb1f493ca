package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.gazette.OrderedTask.Role;

class AttributionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "（牵头单位：市甲局；责任单位：市乙局、团市委；完成时限：2021年底前）|市甲局|市乙局 团市委|LEAD|2021年底前",
        "(牵头单位: 市甲局、市丙委; 责任单位: 各县(市、区)政府(管委会))|市甲局 市丙委|各县(市、区)政府(管委会)|LEAD|",
        "（市甲局牵头，市乙局、各县市区配合）|市甲局|市乙局 各县市区|LEAD|",
        "（由市甲局牵头，市乙局按职责分工负责）|市甲局|市乙局|LEAD|",
        "（市甲局、市乙局、市丙委分别负责，各县市区配合）|市甲局 市乙局 市丙委|各县市区|LEAD|",
        "（市甲局等按职责分工负责）|市甲局||LEAD|",
        "（市甲局、市丙委、甲市银保监分局）|市甲局 市丙委 甲市银保监分局||UNSPECIFIED|",
        "（责任单位：市甲局）|市甲局||UNSPECIFIED|",
        "[责任单位：市甲局、市乙局]|市甲局 市乙局||UNSPECIFIED|",
        "【牵头单位：市甲局；配合单位：市乙局】|市甲局|市乙局|LEAD|",
        "（责任单位：市甲局、市乙局；各县政府）|市甲局 市乙局 各县政府||UNSPECIFIED|",
        "（牵头领导：张三；牵头单位：市甲局；责任人：李四；责任单位：市乙局）|市甲局|市乙局|LEAD|",
        "（牵头单位：市甲局，责任单位：市乙局，2021年6月底前完成）|市甲局|市乙局|LEAD|2021年6月底前完成",
        "（市甲局牵头，2020年12月底前完成）|市甲局||LEAD|2020年12月底前完成",
        "（市甲局牵头，市乙局配合，持续推进）|市甲局|市乙局|LEAD|持续推进",
        "责任单位：市甲局、市乙局。|市甲局 市乙局||UNSPECIFIED|"
      })
  void brackets_name_who_leads_and_who_helps(
      String bracket, String lead, String responsible, Role role, String deadline) {
    Attribution found = Objects.requireNonNull(Attribution.find("修好水渠。" + bracket));
    assertThat(found.lead()).isEqualTo(names(lead));
    assertThat(found.responsible()).isEqualTo(names(responsible));
    assertThat(found.role()).isEqualTo(role);
    assertThat(found.deadlineWords()).isEqualTo(deadline == null ? "" : deadline);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"各县政府（管委会）修好水渠。", "设置母婴室（哺乳室）。", "领导小组（联席会议）负责。", "用好平台（山东），公示结果。", "修好水渠。"})
  void a_bracket_that_explains_a_word_names_nobody(String text) {
    assertThat(Attribution.find(text)).isNull();
  }

  @Test
  void a_heading_may_carry_the_bracket_but_not_a_second_name() {
    Attribution found = Objects.requireNonNull(Attribution.ofHeading("水跟着项目走（市甲局、市乙局）"));
    assertThat(found.lead()).containsExactly("市甲局", "市乙局");
    assertThat(Attribution.ofHeading("建设水利城（某市水利创新发展园区）")).isNull();
  }

  @Test
  void a_paragraph_of_its_own_needs_no_bracket() {
    Attribution found = Objects.requireNonNull(Attribution.find("修好水渠。\n责任单位：市甲局、市乙局"));
    assertThat(found.lead()).containsExactly("市甲局", "市乙局");
  }

  private static List<String> names(String words) {
    return words == null ? List.of() : List.of(words.split(" ", -1));
  }
}
