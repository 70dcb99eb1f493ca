package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands between documents, before them and below them. */
class SeveralDocumentsTest {
  private static final String SOWING =
      """
      丙市人民政府办公室
      关于做好春耕工作的通知
      丙政办字〔2021〕9号

      各县人民政府：
      现通知如下：
      一、备好种子。
      丙市人民政府办公室
      2021年3月1日
      """;
  private static final String FIRE =
      """
      丙市人民政府办公室
      关于做好防火工作的通知
      丙政办字〔2021〕9号

      各县人民政府：
      现通知如下：
      一、备好水源。
      丙市人民政府办公室
      2021年3月2日
      """;

  @Test
  void two_neighbours_with_one_number_are_two() {
    Gazette read = GazetteReader.read(SOWING + "\n" + FIRE);
    assertThat(read.documents())
        .extracting(OfficialDocument::title, OfficialDocument::dateWritten)
        .containsExactly(
            tuple("丙市人民政府办公室关于做好春耕工作的通知", LocalDate.of(2021, 3, 1)),
            tuple("丙市人民政府办公室关于做好防火工作的通知", LocalDate.of(2021, 3, 2)));
  }

  @Test
  void a_number_in_the_labels_and_again_in_the_head_is_one_document() {
    Gazette read = GazetteReader.read("发文字号：丙政办字〔2021〕9号\n成文日期：2021年3月1日\n" + SOWING);
    assertThat(read.documents()).hasSize(1);
    assertThat(read.documents().getFirst().addressees()).containsExactly("各县人民政府");
  }

  @Test
  void a_table_of_contents_with_numbers_is_no_document() {
    String contents =
        """
        丙市人民政府公报
        2021年第3期（总第12期）
        目　录
        市政府办公室文件
        关于做好春耕工作的通知（丙政办字〔2021〕9号）…………（1）
        关于做好防火工作的通知（丙政办字〔2021〕10号）…………（２）
        """;
    Gazette read = GazetteReader.read(contents + SOWING + FIRE.replace("9号", "10号"));
    assertThat(read.documents())
        .extracting(OfficialDocument::number)
        .containsExactly("丙政办字〔2021〕9号", "丙政办字〔2021〕10号");
    assertThat(read.unplaced()).isEmpty();
  }

  @Test
  void page_furniture_in_mid_sentence_leaves_no_trace() {
    String torn =
        SOWING.replace("备好种子。", "备好种子，逐\n— 3 —\n\f\n丙市人民政府公报　2021年第3期\n· 4 ·\n户发放，送到\n3/12\n各村。");
    OfficialDocument notice = GazetteReader.read(torn).documents().getFirst();
    assertThat(notice.clauses().getLast().text()).isEqualTo("备好种子，逐户发放，送到各村。");
    assertThat(notice.clauses().getLast().confidence()).isEqualTo(95);
  }

  @Test
  void annexes_are_named_with_whether_they_are_printed() {
    String annexes =
        SOWING.replace("丙市人民政府办公室\n2021", "附件：1.种子名录　2.发放表\n　　　3.领取办法\n丙市人民政府办公室\n2021")
            + "\n附件1\n\n种子名录\n一、小麦。\n二、玉米。\n\n附件3：领取办法\n第一条　凭票领取。\n";
    OfficialDocument notice = GazetteReader.read(annexes).documents().getFirst();
    assertThat(notice.annexes())
        .extracting(OfficialDocument.Annex::title, OfficialDocument.Annex::printed)
        .containsExactly(tuple("种子名录", true), tuple("发放表", false), tuple("领取办法", true));
    assertThat(notice.clauses())
        .extracting(clause -> clause.path().text())
        .containsExactly("正文", "一", "附件1", "附件2", "附件3", "附件1 一", "附件1 二", "附件3 第一条");
  }

  @Test
  void a_forwarded_paper_is_read_with_its_own_title_issuer_and_day_left_out() {
    String forwarded =
        """
        丙省人民政府办公厅转发省林业厅
        关于种树若干措施的通知
        丙政办发〔2020〕88号

        各市人民政府：
        省林业厅《关于种树的若干措施》已经省政府同意，现转发给你们。
        丙省人民政府办公厅
        2020年9月10日

        关于种树的若干措施
        省林业厅
        （2020年9月1日）

        为种好树，提出如下措施。
        一、选好树苗。
        """;
    OfficialDocument notice = GazetteReader.read(forwarded).documents().getFirst();
    assertThat(notice.dateWritten()).isEqualTo(LocalDate.of(2020, 9, 10));
    assertThat(notice.title()).isEqualTo("丙省人民政府办公厅转发省林业厅关于种树若干措施的通知");
    assertThat(notice.issuer()).isEqualTo("丙省人民政府办公厅");
    assertThat(notice.clauses())
        .extracting(Clause::text)
        .containsExactly("省林业厅《关于种树的若干措施》已经省政府同意，现转发给你们。\n为种好树，提出如下措施。", "");
  }

  @Test
  void a_document_without_number_title_or_date_says_that_it_is_doubtful() {
    OfficialDocument bare = GazetteReader.read("一、种树。浇水。\n二、养树。\n").documents().getFirst();
    OfficialDocument whole = GazetteReader.read(SOWING).documents().getFirst();
    assertThat(bare.confidence()).isLessThan(50);
    assertThat(whole.confidence()).isEqualTo(100);
  }

  @Test
  void a_gap_in_the_numbers_and_a_clause_inside_a_line_are_doubtful() {
    OfficialDocument plan =
        GazetteReader.read("丙市种树方案\n一、种树。浇水。\n五、养树。松土。 六、砍树。不许。\n").documents().getFirst();
    assertThat(plan.clauses())
        .extracting(clause -> clause.path().text(), Clause::confidence)
        .containsExactly(tuple("一", 100), tuple("五", 80), tuple("六", 80));
  }

  @Test
  void parts_and_volumes_keep_chapters_of_one_number_apart() {
    List<Clause> clauses =
        GazetteReader.read("苗木法\n第一编　总则\n第一章　树\n第一条　种树。\n第二编　分则\n第一章　花\n第二条　种花。\n")
            .documents()
            .getFirst()
            .clauses();
    assertThat(clauses)
        .extracting(clause -> clause.path().text())
        .containsExactly("第一编", "第一编 第一章", "第一条", "第二编", "第二编 第一章", "第二条");
  }
}
