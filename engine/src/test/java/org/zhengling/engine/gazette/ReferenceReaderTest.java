package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengling.engine.gazette.OfficialDocument.Citation;
import org.zhengling.engine.gazette.Reference.Effect;

class ReferenceReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "根据《水渠条例》修渠|水渠条例|-|-|FOLLOWS",
        "落实《水渠条例》第五条规定|水渠条例|-|第五条|FOLLOWS",
        "依照《水渠条例》第十二条第二款处理|水渠条例|-|第十二条第二款|FOLLOWS",
        "按照乙政发〔2019〕4号文件执行|-|乙政发〔2019〕4号|-|FOLLOWS",
        "依照国务院令第649号执行|-|国务院令第649号|-|FOLLOWS",
        "参见《乙省修渠办法》（乙政发[2019]4号）|乙省修渠办法|乙政发〔2019〕4号|-|CITES",
        "《乙省修渠办法》（乙政发〔2009〕4号）同时废止|乙省修渠办法|乙政发〔2009〕4号|-|ENDS",
        "将《水渠条例》第五条修改为甲|水渠条例|-|第五条|AMENDS",
        "按照前款规定执行|-|-|前款|FOLLOWS",
        "符合本条第一款规定的|-|-|本条第一款|FOLLOWS",
        "有本意见第三条情形的|-|-|第三条|CITES",
        "名单见附件2|-|-|附件2|CITES"
      })
  void a_clause_points_with_an_effect(
      String words, String title, String number, String target, Effect effect) {
    assertThat(read(words + "。").references())
        .extracting(Reference::title, Reference::number, Reference::target, Reference::effect)
        .containsExactly(tuple(text(title), text(number), text(target), effect));
  }

  @Test
  void a_row_of_titles_shares_its_effect_and_a_short_name_stands_for_its_document() {
    OfficialDocument read = read("根据《乙省条例》《丙省渠道管理办法》（丙政发〔2019〕5号，以下简称《办法》）和《丁部规定》，制定本意见。落实《办法》要求。");
    assertThat(read.references()).extracting(Reference::effect).containsOnly(Effect.FOLLOWS);
    assertThat(read.references())
        .extracting(Reference::number)
        .containsExactly("", "丙政发〔2019〕5号", "", "丙政发〔2019〕5号");
    assertThat(read.basis())
        .extracting(Citation::title)
        .containsExactly("乙省条例", "丙省渠道管理办法", "丁部规定");
  }

  @Test
  void a_document_that_ends_others_ends_each_of_its_list() {
    OfficialDocument read =
        GazetteReader.read(
                """
                甲市人民政府关于废止部分文件的决定
                甲政发〔2022〕9号
                各县人民政府：
                经研究，决定废止下列文件。
                一、《甲市人民政府关于种树的通知》（甲政发〔2010〕3号）
                二、《甲市人民政府关于种草的意见》（甲政发〔2011〕4号）
                """)
            .documents()
            .getFirst();
    assertThat(read.references())
        .extracting(Reference::number, Reference::effect)
        .containsExactly(tuple("甲政发〔2010〕3号", Effect.ENDS), tuple("甲政发〔2011〕4号", Effect.ENDS));
  }

  @Test
  void a_document_that_amends_another_points_into_that_one() {
    OfficialDocument read =
        GazetteReader.read(
                """
                甲市人民政府关于修改《甲市绿化办法》的决定
                甲政发〔2020〕12号
                各县人民政府：
                一、将第五条修改为：“县里种树。”
                二、删去第十二条第二款。
                """)
            .documents()
            .getFirst();
    assertThat(read.references())
        .extracting(Reference::title, Reference::target, Reference::effect)
        .containsExactly(
            tuple("甲市绿化办法", "第五条", Effect.AMENDS), tuple("甲市绿化办法", "第十二条第二款", Effect.AMENDS));
  }

  @Test
  void the_date_before_an_order_does_not_belong_to_its_number() {
    assertThat(read("2018年3月19日国务院令第697号修改。").references())
        .extracting(Reference::number)
        .containsExactly("国务院令第697号");
  }

  private static OfficialDocument read(String words) {
    String text = "甲市人民政府关于修渠的意见\n甲政发〔2020〕7号\n各县人民政府：\n一、修渠。" + words + "\n";
    List<OfficialDocument> read = GazetteReader.read(text).documents();
    assertThat(read).hasSize(1);
    return read.getFirst();
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }
}
