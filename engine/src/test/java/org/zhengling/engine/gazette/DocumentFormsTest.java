package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Heads and tails of documents as offices and web pages really write them; all names are invented.
 */
class DocumentFormsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "丙政发〔2021〕7号",
        "丙政发(2021)7号",
        "丙政发[2021]7号",
        "丙政发【2021】7号",
        "丙政发﹝2021﹞7号",
        "丙政发（2021）第7号",
        "丙政发 〔 2021 〕 7 号",
        "丙政发〔２０２１〕７号",
        "丙政发〔2O21〕7号",
        "（丙政发〔2021〕7号）",
        "文号：丙政发〔2021〕7号",
        "丙政发〔2021〕7号　　　　签发人：王某某",
        "**丙政发〔2021〕7号**",
        "<p style=\"text-align:center\">丙政发〔2021〕7号</p>"
      })
  void a_number_is_written_one_way_whatever_brackets_and_blanks_it_has(String printed) {
    OfficialDocument notice = only("丙市人民政府关于种树的通知\n" + printed + "\n\n各县人民政府：\n现通知如下：\n一、种树。浇水。\n");
    assertThat(notice.number()).isEqualTo("丙政发〔2021〕7号");
    assertThat(notice.series()).isEqualTo("丙政发");
    assertThat(notice.title()).isEqualTo("丙市人民政府关于种树的通知");
    assertThat(notice.addressees()).containsExactly("各县人民政府");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021年3月5日",
        "2021 年 3 月 5 日",
        "２０２１年３月５日",
        "二〇二一年三月五日",
        "二○二一年三月五日",
        "二O二一年三月五日",
        "二零二一年三月五日",
        "二 〇 二 一 年 三 月 五 日",
        "20210305"
      })
  void the_day_of_signature_may_be_written_in_any_way(String printed) {
    OfficialDocument notice =
        only("丙市人民政府关于种树的通知\n丙政发〔2021〕7号\n各县人民政府：\n一、种树。浇水。\n丙市人民政府\n" + printed + "\n");
    assertThat(notice.dateWritten()).isEqualTo(LocalDate.of(2021, 3, 5));
    assertThat(notice.issuer()).isEqualTo("丙市人民政府");
    assertThat(notice.confidence()).isEqualTo(100);
  }

  @Test
  void a_number_may_stand_behind_the_title_or_before_it() {
    String body = "\n各县人民政府：\n一、种树。浇水。\n";
    OfficialDocument behind = only("丙市人民政府关于种树的通知（丙政发〔2021〕7号）" + body);
    OfficialDocument before = only("丙政发〔2021〕7号《丙市人民政府关于种树的通知》" + body);
    assertThat(List.of(behind, before))
        .extracting(OfficialDocument::number, OfficialDocument::title)
        .containsOnly(tuple("丙政发〔2021〕7号", "丙市人民政府关于种树的通知"));
  }

  @Test
  void a_title_over_several_lines_below_several_issuers_is_one() {
    OfficialDocument joint =
        only(
            """
            丙 省 民 政 厅
            丙 省 财 政 厅        文件

            丙民〔2021〕19号

            丙省民政厅
            丙省财政厅
            关于进一步做好孤老供养工作
            的意见

            各市民政局、财政局：

            现提出以下意见。
            一、明确对象。查清底数。

            丙省民政厅　　　　　丙省财政厅
            2021年3月22日
            """);
    assertThat(joint.title()).isEqualTo("丙省民政厅丙省财政厅关于进一步做好孤老供养工作的意见");
    assertThat(joint.dateWritten()).isEqualTo(LocalDate.of(2021, 3, 22));
    assertThat(clauses(joint)).containsExactly("正文", "一");
  }

  @Test
  void what_a_web_page_puts_around_a_document_is_no_part_of_it() {
    OfficialDocument notice =
        only(
            """
            您的位置：首页 > 政务公开 > 政府文件
            返回顶部
            丙市人民政府关于种树的通知
            • 索引号:

              0001/2021-7
            • 主题分类:

            • 发文机构:

              丙市人民政府
            • 发文字号:

              丙政发〔2021〕7号
            • 发布日期: 2021-03-09 16:34  浏览次数: 12
            丙市人民政府关于种树的通知

            各县人民政府:
            一、种树。浇水。
            丙市人民政府
            2021年3月5日
            （此件公开发布）
            （联系人：王某某；联系电话：000-0000）
            【打印】【关闭】
            扫一扫在手机打开当前页
            主办：丙市人民政府办公室
            """);
    assertThat(notice.number()).isEqualTo("丙政发〔2021〕7号");
    assertThat(notice.title()).isEqualTo("丙市人民政府关于种树的通知");
    assertThat(notice.dateWritten()).isEqualTo(LocalDate.of(2021, 3, 5));
    assertThat(notice.clauses()).extracting(Clause::text).allMatch(text -> text.length() < 20);
  }

  @Test
  void fields_of_front_matter_and_of_a_table_stand_in_where_the_page_prints_nothing() {
    String body = "\n各县人民政府：\n\n一、种树。浇水。\n";
    OfficialDocument front =
        only("---\ntitle: 丙市人民政府关于种树的通知\n文号: 丙政发〔2021〕7号\n成文日期: 2021-03-05\n---\n" + body);
    OfficialDocument table =
        only(
            "| 标题 | 丙市人民政府关于种树的通知 |\n| --- | --- |\n| 文号 | 丙政发〔2021〕7号 |\n| 成文日期 | 2021-03-05 |\n"
                + body);
    assertThat(List.of(front, table))
        .extracting(
            OfficialDocument::title, OfficialDocument::number, OfficialDocument::dateWritten)
        .containsOnly(tuple("丙市人民政府关于种树的通知", "丙政发〔2021〕7号", LocalDate.of(2021, 3, 5)));
  }

  @Test
  void a_page_in_one_line_of_tags_is_read_block_by_block() {
    OfficialDocument notice =
        only(
            "<h1>丙市人民政府关于种树的通知</h1><p>丙政发〔2021〕7号</p><p>各县人民政府：</p><p>&nbsp;&nbsp;<strong>一、种树。</strong>浇水&ldquo;三遍&rdquo;。</p><!--"
                + " INFO END --><p>二、养树。</p>");
    assertThat(clauses(notice)).containsExactly("一", "二");
    assertThat(notice.clauses().getFirst().text()).isEqualTo("浇水“三遍”。");
  }

  @ParameterizedTest
  @CsvSource({
    "（2001年10月31日某院第46次会议通过　2001年12月10日某院令第332号公布　自2002年1月1日起施行）,2001-12-10,某院令第332号",
    "（1993年9月11日某院令第128号发布　2016年11月11日某院令第672号修订）,2016-11-11,某院令第672号",
    "（2003年8月5日某院令第386号公布　根据2019年3月2日《某院关于修改部分规章的决定》修正）,2019-03-02,某院令第386号",
    "(2009年7月22日某省第十一届人民代表大会常务委员会第十次会议通过),2009-07-22,''",
    "2024年11月28日 某市第十六届人民代表大会常务委员会第十七次会议通过,2024-11-28,''"
  })
  void the_note_under_a_title_tells_when_and_by_which_order_it_was_made(
      String note, LocalDate day, String number) {
    OfficialDocument rules = only("苗木条例\n" + note + "\n第一条　种树。\n第二条　养树。\n");
    assertThat(rules.title()).isEqualTo("苗木条例");
    assertThat(rules.dateWritten()).isEqualTo(day);
    assertThat(rules.number()).isEqualTo(number);
    assertThat(clauses(rules)).containsExactly("第一条", "第二条");
  }

  @Test
  void an_order_is_titled_by_the_regulation_it_puts_in_force_and_dated_by_its_signature() {
    OfficialDocument order =
        only(
            """
            丙省人民政府令
            第三十七号
            《苗木办法》已经2021年6月1日省人民政府第7次常务会议审议通过，现予公布，自2021年8月1日起施行。

            省　长　王某某
            2021年6月9日

            苗木办法
            （2021年6月1日审议通过）

            目　录
            第一章　总则
            第二章　罚则

            第一章　总则
            第一条　种树。
            第二章　罚则
            第二条　罚款。
            第二条之一　加倍罚款：
            （一）砍树的；
            """);
    assertThat(order.number()).isEqualTo("丙省人民政府令第三十七号");
    assertThat(order.title()).isEqualTo("苗木办法");
    assertThat(order.issuer()).isEqualTo("丙省人民政府");
    assertThat(order.dateWritten()).isEqualTo(LocalDate.of(2021, 6, 9));
    assertThat(clauses(order))
        .containsExactly("正文", "第一章", "第一条", "第二章", "第二条", "第二条之一", "第二条之一(一)");
  }

  @Test
  void articles_whose_blank_got_lost_are_read_and_citations_that_begin_a_line_are_not() {
    OfficialDocument rules =
        only(
            """
            苗木条例
            第一章总则
            第一条为了种树，制定本条例。
            第二条种树要浇水，依照
            第一条和第三条规定的时间
            办理。
            第三条（期限）每月浇水。
            """);
    assertThat(clauses(rules)).containsExactly("第一章", "第一条", "第二条", "第三条");
    assertThat(rules.clauses().get(2).text()).isEqualTo("种树要浇水，依照第一条和第三条规定的时间办理。");
    assertThat(rules.clauses().get(2).confidence()).isLessThan(90);
  }

  private static List<String> clauses(OfficialDocument document) {
    return document.clauses().stream().map(clause -> clause.path().text()).toList();
  }

  private static OfficialDocument only(String text) {
    Gazette read = GazetteReader.read(text);
    assertThat(read.documents()).hasSize(1);
    return read.documents().getFirst();
  }
}
