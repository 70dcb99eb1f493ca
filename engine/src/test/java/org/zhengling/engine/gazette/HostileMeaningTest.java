package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that tempt a reader to try every split: one that does would not come back from them. */
class HostileMeaningTest {
  private static final int OFTEN = 60_000;
  private static final String HEAD = "甲市人民政府关于修渠的意见\n甲政发〔2020〕7号\n各县人民政府：\n一、修渠。先修";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "建成3个",
        "到2022年建成3所校、",
        "《甲办法》、",
        "《",
        "第三条、",
        "再",
        "达到约",
        "万亿",
        "9",
        "9.",
        "，市甲局要",
        "“",
        "[",
        "前款",
        "达到3%",
        "每月",
        "（责任单位：市甲局；",
        "市甲局、",
        "根据",
        "2020年1月至",
        "以下简称《甲办法》",
        "百分之",
        "和",
        "令第3号",
        "十五",
        "的3人以上",
        "、3个、",
        "集3个的、"
      })
  void a_clause_of_repetition_is_read_to_its_end(String part) {
    String text = HEAD + part.repeat(OFTEN);
    assertThat(GazetteReader.read(text).documents()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"市长", "市长石明、", "石明", "书记、", "在甲县", "召开", "·", "发生", "与", "约翰·"})
  void an_event_of_repetition_is_read_to_its_end(String part) {
    String text = "甲市人民政府大事记\n2020年8月\n3日 " + part.repeat(OFTEN);
    assertThat(GazetteReader.read(text).chronicle()).hasSize(1);
  }
}
