package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/**
 * Searches for a text that breaks the reader or never ends. A normal build only repeats the inputs
 * kept beside this class; docs/decisions/0025 says how to search on.
 */
class GazetteFuzzTest {
  private static final List<String> WORDS =
      List.of(
          "第",
          "一",
          "二",
          "十",
          "百",
          "条",
          "之",
          "章",
          "节",
          "编",
          "阶段",
          "、",
          "（",
          "）",
          "(",
          ")",
          "1",
          "9",
          ".",
          "：",
          "。",
          "，",
          "；",
          "《",
          "》",
          "〔2021〕",
          "7号",
          "第3号",
          "丙政发",
          "令",
          "公告",
          "附件",
          "目录",
          "大事记",
          "抄送",
          "印发",
          "通知",
          "关于",
          "的",
          "市人民政府",
          "市水利局",
          "牵头",
          "责任单位",
          "完成时限",
          "2021年",
          "3月",
          "5日",
          "底前",
          "每年",
          "万元",
          "≥",
          "\n",
          "\r\n",
          "\f",
          " ",
          "　",
          "\t",
          "#",
          "**",
          "|",
          "---",
          "<p>",
          "</div>",
          "<!--",
          "-->",
          "&nbsp;",
          "&#55356;",
          "\u200B",
          "\uFEFF",
          "\uD83C",
          "title:",
          "成文日期：",
          "标题：");

  @FuzzTest(maxDuration = "10m")
  void any_text_is_read_to_its_end_and_twice_alike(FuzzedDataProvider data) {
    StringBuilder text = new StringBuilder();
    int most = data.consumeInt(0, 4000);
    while (data.remainingBytes() > 0 && text.length() < most) {
      int pick = data.consumeInt(0, WORDS.size());
      text.append(pick == WORDS.size() ? data.consumeString(12) : WORDS.get(pick));
    }
    String words = text.toString();
    assertThat(GazetteReader.read(words)).isEqualTo(GazetteReader.read(words));
  }
}
