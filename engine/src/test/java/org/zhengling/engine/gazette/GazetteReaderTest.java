package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.gazette.OfficialDocument.Citation;
import org.zhengling.engine.gazette.OrderedTask.Role;
import org.zhengling.engine.time.Deadline;

class GazetteReaderTest {
  private final Gazette gazette = GazetteReader.read(Fragments.GAZETTE);
  private final OfficialDocument order = gazette.documents().getFirst();
  private final OfficialDocument opinion = gazette.documents().getLast();

  @Test
  void the_contents_are_no_documents_and_two_series_may_share_a_number() {
    assertThat(gazette.documents())
        .extracting(OfficialDocument::number)
        .containsExactly("甲政字〔2020〕12号", "甲政办字〔2020〕12号");
    assertThat(gazette.documents())
        .extracting(OfficialDocument::series)
        .containsExactly("甲政字", "甲政办字");
  }

  @Test
  void the_head_names_title_issuer_addressees_and_dates() {
    assertThat(order.title()).isEqualTo("甲市人民政府关于印发甲市水渠整修方案的通知");
    assertThat(order.issuer()).isEqualTo("甲市人民政府");
    assertThat(order.kind()).isEqualTo("通知");
    assertThat(order.addressees()).containsExactly("各县（市、区）人民政府", "市政府各部门");
    assertThat(order.dateWritten()).isEqualTo(LocalDate.of(2020, 3, 5));
    assertThat(order.datePrinted()).isEqualTo(LocalDate.of(2020, 3, 6));
    assertThat(opinion.kind()).isEqualTo("意见");
    assertThat(opinion.issuer()).isEqualTo("甲市人民政府办公室");
    assertThat(opinion.dateWritten()).isEqualTo(LocalDate.of(2020, 4, 2));
  }

  @Test
  void cited_documents_are_listed_once_and_short_names_are_not() {
    assertThat(order.basis())
        .extracting(Citation::title, Citation::number)
        .containsExactly(tuple("乙省水利厅关于印发〈水渠办法〉的通知", "乙水发〔2019〕7号"), tuple("", "乙政发〔2020〕3号"));
  }

  @Test
  void an_annex_that_is_named_but_not_printed_is_a_clause() {
    assertThat(order.annexes()).hasSize(1);
    assertThat(order.annexes().getFirst().title()).isEqualTo("水渠清单");
    assertThat(order.annexes().getFirst().printed()).isFalse();
    assertThat(clause("附件").heading()).isEqualTo("水渠清单");
  }

  @Test
  void clauses_have_their_paths_whatever_marks_their_headings() {
    assertThat(order.clauses())
        .extracting(clause -> clause.path().text())
        .containsExactly(
            "正文", "一", "一(一)", "一(二)", "二", "二(一)", "二(一)1", "二(一)2", "二(二)", "二(二)3", "二(二)4", "三",
            "三 第一阶段", "三 第二阶段", "三(三)", "四", "四(一)", "四(二)", "四(三)", "附件");
    assertThat(clause("二(二)4").heading()).isEqualTo("整修支渠");
    assertThat(clause("二(二)4").level()).isEqualTo(3);
  }

  @Test
  void a_page_that_ends_in_mid_sentence_goes_on() {
    Clause census = clause("二(一)1");
    assertThat(census.text()).contains("建立台账，做到").contains("市财政局").contains("完成时限：2020年12月底前）");
    assertThat(census.text()).doesNotContain("\n");
    assertThat(census.place().lastLine() - census.place().firstLine()).isEqualTo(9);
  }

  @Test
  void a_labelled_bracket_gives_units_and_deadline() {
    OrderedTask census = task("二(一)1");
    assertThat(census.text()).isEqualTo("开展普查");
    assertThat(census.lead()).containsExactly("市水利局");
    assertThat(census.responsible()).containsExactly("市财政局", "团市委", "各县（市、区）政府（管委会）");
    assertThat(census.deadline()).isEqualTo(new Deadline.By(LocalDate.of(2020, 12, 31)));
    assertThat(census.deadlineText()).isEqualTo("2020年12月底前");
    assertThat(census.role()).isEqualTo(Role.LEAD);
    assertThat(census.id()).isEqualTo("甲政字〔2020〕12号 二(一)1 #1");
    assertThat(task("二(一)2").deadline()).isEqualTo(new Deadline.Continuing());
  }

  @Test
  void a_bracket_after_a_heading_is_inherited_by_its_clauses() {
    assertThat(task("二(二)3").lead()).containsExactly("市水利局", "市财政局");
    assertThat(task("二(二)3").role()).isEqualTo(Role.UNSPECIFIED);
    assertThat(task("二(二)3").confidence()).isLessThan(task("二(一)1").confidence());
  }

  @Test
  void a_clause_with_several_dates_gives_a_task_for_each() {
    assertThat(tasks("二(二)4"))
        .extracting(OrderedTask::text, OrderedTask::deadline)
        .containsExactly(
            tuple("县级报批", new Deadline.Relative(1, Deadline.Unit.MONTH)),
            tuple("市级开通通道，批复", new Deadline.Relative(7, Deadline.Unit.WORKING_DAY)));
    assertThat(tasks("四(二)"))
        .extracting(OrderedTask::lead)
        .containsExactly(List.of("市督查室"), List.of("市水利督导室"));
  }

  @Test
  void stages_carry_their_deadline_in_the_heading() {
    assertThat(task("三 第一阶段").deadline())
        .isEqualTo(new Deadline.Recurring(Deadline.Period.YEAR, MonthDay.of(2, 29)));
    assertThat(task("三 第一阶段").responsible()).containsExactly("市农业局", "各县市区");
    assertThat(task("三 第二阶段").deadline()).isEqualTo(new Deadline.Continuing());
    assertThat(task("三 第二阶段").lead()).containsExactly("市水利局", "市农业局");
    assertThat(task("三(三)").deadline()).isEqualTo(new Deadline.Onward(LocalDate.of(2023, 1, 1)));
  }

  @Test
  void a_purpose_orders_nothing_but_a_goal_with_a_year_does() {
    assertThat(tasks("一(一)")).isEmpty();
    assertThat(task("一(二)").deadline()).isEqualTo(new Deadline.By(LocalDate.of(2022, 12, 31)));
  }

  @Test
  void a_clause_that_names_nobody_is_a_draft_task() {
    assertThat(task("四(一)").role()).isEqualTo(Role.UNNAMED);
    assertThat(task("四(一)").lead()).isEmpty();
    assertThat(task("四(一)").confidence()).isEqualTo(50);
  }

  @Test
  void a_later_sentence_with_its_own_leader_is_a_task_of_its_own() {
    assertThat(tasks("四(三)"))
        .extracting(OrderedTask::lead)
        .containsExactly(List.of(), List.of("丙山区"));
  }

  @Test
  void the_subject_of_a_sentence_leads_at_lower_confidence() {
    OrderedTask nursery = opinion.tasks().getFirst();
    assertThat(nursery.lead()).containsExactly("市林业局");
    assertThat(nursery.responsible()).containsExactly("市财政局");
    assertThat(nursery.deadline()).isEqualTo(new Deadline.By(LocalDate.of(2020, 12, 31)));
    assertThat(nursery.confidence()).isEqualTo(70);
  }

  @Test
  void the_chronicle_keeps_days_spans_and_further_entries() {
    LocalDate third = LocalDate.of(2020, 3, 3);
    assertThat(gazette.chronicle())
        .extracting(ChronicleEntry::firstDay, ChronicleEntry::lastDay, ChronicleEntry::text)
        .containsExactly(
            tuple(third, third, "甲市修渠。市长出席并讲话。"),
            tuple(third, third, "甲市种树。"),
            tuple(LocalDate.of(2020, 3, 1), LocalDate.of(2020, 3, 2), "水渠检查组来甲市。"));
  }

  @Test
  void furniture_is_understood_and_nothing_else_is_dropped() {
    assertThat(gazette.unplaced()).isEmpty();
    Gazette noisy = GazetteReader.read("编者按：请读者留意。\n" + Fragments.GAZETTE);
    assertThat(noisy.unplaced()).extracting(Gazette.Unplaced::text).contains("编者按：请读者留意。");
    assertThat(noisy.documents()).hasSize(2);
  }

  @Test
  void the_same_text_gives_an_equal_gazette_with_any_line_ends() {
    assertThat(GazetteReader.read(Fragments.GAZETTE)).isEqualTo(gazette);
    String windows = "\uFEFF" + Fragments.GAZETTE.replace("\n", "\r\n");
    assertThat(GazetteReader.read(windows)).isEqualTo(gazette);
  }

  @Test
  void another_city_with_the_same_sentences_has_the_same_structure() {
    Gazette renamed =
        GazetteReader.read(
            Fragments.GAZETTE.replace("甲", "山南").replace("市水利局", "市河务局").replace("2020", "2031"));
    OfficialDocument other = renamed.documents().getFirst();
    assertThat(other.number()).isEqualTo("山南政字〔2031〕12号");
    assertThat(other.clauses())
        .extracting(Clause::path)
        .isEqualTo(order.clauses().stream().map(Clause::path).toList());
    assertThat(other.tasks())
        .extracting(
            OrderedTask::role, task -> task.lead().size(), task -> task.responsible().size())
        .isEqualTo(
            order.tasks().stream()
                .map(task -> tuple(task.role(), task.lead().size(), task.responsible().size()))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "\n\n", "   \r\n"})
  void an_empty_text_is_an_empty_gazette(String text) {
    assertThat(GazetteReader.read(text)).isEqualTo(new Gazette(List.of(), List.of(), List.of()));
  }

  @Test
  void an_item_is_found_at_its_place_in_the_source() {
    String[] lines = Fragments.GAZETTE.split("\n", -1);
    Place place = clause("二(二)").place();
    assertThat(lines[place.firstLine() - 1].substring(place.column() - 1)).startsWith("（二）整修水渠");
    Place inline = clause("二(二)4").place();
    assertThat(lines[inline.firstLine() - 1].substring(inline.column() - 1)).startsWith("4. 整修支渠");
  }

  private Clause clause(String path) {
    return order.clauses().stream()
        .filter(clause -> clause.path().text().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private List<OrderedTask> tasks(String path) {
    return order.tasks().stream().filter(task -> task.clause().text().equals(path)).toList();
  }

  private OrderedTask task(String path) {
    assertThat(tasks(path)).hasSize(1);
    return tasks(path).getFirst();
  }

  @Test
  void a_single_document_from_a_web_page_is_read_with_its_labels() {
    OfficialDocument notice =
        only(
            """
            索 引 号：0001/2021-7
            成文日期：2021年03月05日
            发文字号：乙政办发〔2021〕7号

            乙省人民政府办公厅关于
            加强河道管理的通知
            乙政办发〔2021〕7号

            各市人民政府，
            省政府各部门：
            　　现就有关事项通知如下：
            　　一、摸清底数
            　　（一）开展普查
            　　各县要在2021年6月底前完成河
            道普查。（省水利厅牵头，省财政厅配合）
            　　二、加强巡查
            　　每月巡查一次。

            　　附件：1.河道名录
            　　　　　2.巡查表

            　　乙省人民政府办公厅
            　　2021年3月5日
            　　（此件公开发布）

            附件1
            河道名录
            一、东河
            东河长10公里。
            """);
    assertThat(notice.number()).isEqualTo("乙政办发〔2021〕7号");
    assertThat(notice.title()).isEqualTo("乙省人民政府办公厅关于加强河道管理的通知");
    assertThat(notice.issuer()).isEqualTo("乙省人民政府办公厅");
    assertThat(notice.dateWritten()).isEqualTo(LocalDate.of(2021, 3, 5));
    assertThat(notice.addressees()).containsExactly("各市人民政府", "省政府各部门");
    assertThat(notice.annexes())
        .extracting(OfficialDocument.Annex::printed)
        .containsExactly(true, false);
    assertThat(notice.clauses())
        .extracting(clause -> clause.path().text(), Clause::heading)
        .containsExactly(
            tuple("正文", ""),
            tuple("一", "摸清底数"),
            tuple("一(一)", "开展普查"),
            tuple("二", "加强巡查"),
            tuple("附件1", "河道名录"),
            tuple("附件2", "巡查表"),
            tuple("附件1 一", "东河"));
    assertThat(notice.tasks()).hasSize(2);
    assertThat(notice.tasks().getFirst().deadline())
        .isEqualTo(new Deadline.By(LocalDate.of(2021, 6, 30)));
  }

  @Test
  void the_articles_of_a_regulation_are_cited_without_their_chapter() {
    OfficialDocument regulation =
        only(
            """
            丁国国务院令
            第 999 号

            《苗木条例》已经通过，现予公布，自2020年1月1日起施行。

            总理　张三
            二〇一九年十月二十二日

            苗木条例

            第一章　总　则

            第一条　为了保护苗木，制定本条例。
            第二条　苗木是指：
            （一）树苗；
            （二）花苗。
            第二章　罚　则
            第一百零三条　违反本条例第二条规定的，处罚款。
            """);
    assertThat(regulation.number()).isEqualTo("丁国国务院令第999号");
    assertThat(regulation.title()).isEqualTo("苗木条例");
    assertThat(regulation.dateWritten()).isEqualTo(LocalDate.of(2019, 10, 22));
    assertThat(regulation.clauses())
        .extracting(clause -> clause.path().text())
        .containsExactly("正文", "第一章", "第一条", "第二条", "第二条(一)", "第二条(二)", "第二章", "第一百零三条");
    assertThat(regulation.tasks()).isEmpty();
  }

  @Test
  void a_reply_without_numbered_clauses_is_one_task() {
    OfficialDocument reply =
        only(
            """
            乙市人民政府关于同意设立苗木园的批复
            乙政复〔2022〕12号
            丙县人民政府：
            你县《关于设立苗木园的请示》（丙政呈〔2022〕3号）收悉。同意设立。请在30日内挂牌。
            乙市人民政府
            2022年2月3日
            """);
    assertThat(reply.kind()).isEqualTo("批复");
    assertThat(reply.basis()).hasSize(1);
    assertThat(reply.tasks())
        .extracting(OrderedTask::deadline)
        .containsExactly(new Deadline.Relative(30, Deadline.Unit.DAY));
  }

  @Test
  void an_order_of_mere_purposes_is_still_a_chart() {
    OfficialDocument purposes = only("乙市关于种树的意见\n一、指导思想\n把树种好。\n二、工作目标\n树多。\n");
    assertThat(purposes.tasks()).hasSize(2);
    assertThat(purposes.tasks().getFirst().confidence()).isLessThan(50);
  }

  @Test
  void numbering_that_begins_again_keeps_paths_apart() {
    OfficialDocument twice = only("乙市关于种树的意见\n一、种树。种松树。\n二、养树。浇水。\n一、种草。种草皮。\n");
    assertThat(twice.clauses())
        .extracting(clause -> clause.path().text())
        .containsExactly("一", "二", "一[2]");
  }

  @Test
  void hostile_repetition_is_read_to_its_end() {
    List<String> parts =
        List.of("（1）", "（", "每年", "《", "2020年", "。1.甲。", "市甲局和", "（市甲局牵头，", "由", "附件：", "3日 \n");
    for (String part : parts) {
      // A reader that tries every split of such a text would not come back from it.
      String text = part.repeat(60_000);
      assertThat(GazetteReader.read(text)).as(part).isEqualTo(GazetteReader.read(text));
    }
  }

  private static OfficialDocument only(String text) {
    Gazette read = GazetteReader.read(text);
    assertThat(read.documents()).hasSize(1);
    return read.documents().getFirst();
  }
}
