package org.zhengling.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.GazetteReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GazetteJsonTest {
  private static final String TEXT =
      """
      甲市人民政府关于修渠的意见
      甲政发〔2020〕9号
      各县人民政府：
      根据《水渠条例》和乙政发〔2019〕1号文件，提出意见。
      一、普查。查清水渠。（牵头单位：市水利局；责任单位：市财政局；完成时限：2020年12月底前）
      二、整修期（2020年9月—2022年12月）。修好水渠。
      三、看护期（每年2月底前）。看好水渠。
      四、督查。每季度查一次。
      五、报批。7个工作日内批复。
      六、宣传。办专栏。（牵头单位：市水利局；完成时限：持续推进）
      七、推广期（2023年及以后）。推广经验。
      八、总结。写好总结。
      附件：水渠清单
      甲市人民政府
      2020年3月5日
      （2020年3月6日印发）
      # 甲市大事记
      2020年3月
      **3日至5日** 甲市修渠。
      """;

  private final JsonNode root = read(GazetteReader.read(TEXT));
  private final JsonNode document = root.get("documents").get(0);

  @Test
  void a_document_has_its_head_and_its_parts() {
    assertThat(document.get("number").asString()).isEqualTo("甲政发〔2020〕9号");
    assertThat(document.get("series").asString()).isEqualTo("甲政发");
    assertThat(document.get("kind").asString()).isEqualTo("意见");
    assertThat(document.get("dateWritten").asString()).isEqualTo("2020-03-05");
    assertThat(document.get("datePrinted").asString()).isEqualTo("2020-03-06");
    assertThat(document.get("basis").get(1).get("number").asString()).isEqualTo("乙政发〔2019〕1号");
    assertThat(document.get("annexes").get(0).get("printed").asBoolean()).isFalse();
    JsonNode clause = document.get("clauses").get(1);
    assertThat(clause.get("path").asString()).isEqualTo("一");
    assertThat(clause.get("heading").asString()).isEqualTo("普查");
    assertThat(clause.get("level").asInt()).isEqualTo(1);
    assertThat(clause.get("place").get("line").asInt()).isEqualTo(5);
  }

  @Test
  void a_task_has_its_units_its_role_and_its_confidence() {
    JsonNode task = document.get("tasks").get(0);
    assertThat(task.get("clause").asString()).isEqualTo("一");
    assertThat(task.get("text").asString()).isEqualTo("普查");
    assertThat(task.get("lead").get(0).asString()).isEqualTo("市水利局");
    assertThat(task.get("responsible").get(0).asString()).isEqualTo("市财政局");
    assertThat(task.get("role").asString()).isEqualTo("lead");
    assertThat(task.get("confidence").asInt()).isEqualTo(95);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|{'kind':'by','date':'2020-12-31','text':'2020年12月底前'}",
        "1|{'kind':'span','from':'2020-09-01','to':'2022-12-31','text':'2020年9月—2022年12月'}",
        "2|{'kind':'recurring','rule':'year 02-29','text':'每年2月底前'}",
        "3|{'kind':'recurring','rule':'quarter','text':'每季度'}",
        "4|{'kind':'relative','amount':7,'unit':'working-day','text':'7个工作日内'}",
        "5|{'kind':'continuing','text':'持续推进'}",
        "6|{'kind':'onward','from':'2023-01-01','text':'2023年及以后'}",
        "7|{'kind':'none','text':''}"
      },
      quoteCharacter = '`')
  void each_type_of_deadline_has_its_fields(int task, String expected) {
    assertThat(document.get("tasks").get(task).get("deadline").toString())
        .isEqualTo(expected.replace('\'', '"'));
  }

  @Test
  void the_chronicle_and_the_unplaced_lines_follow() {
    JsonNode entry = root.get("chronicle").get(0);
    assertThat(entry.get("from").asString()).isEqualTo("2020-03-03");
    assertThat(entry.get("to").asString()).isEqualTo("2020-03-05");
    assertThat(entry.get("text").asString()).isEqualTo("甲市修渠。");
    assertThat(root.get("unplaced").size()).isZero();
  }

  @Test
  void an_empty_gazette_is_three_empty_lists_and_an_absent_date_is_null() {
    JsonNode empty = read(GazetteReader.read(""));
    assertThat(empty.get("documents").size() + empty.get("chronicle").size()).isZero();
    JsonNode undated = read(GazetteReader.read("甲市关于修渠的意见\n一、修渠。修好水渠。\n"));
    assertThat(undated.get("documents").get(0).get("dateWritten").isNull()).isTrue();
  }

  private static JsonNode read(Gazette gazette) {
    return JsonMapper.shared().readTree(GazetteJson.write(gazette));
  }
}
