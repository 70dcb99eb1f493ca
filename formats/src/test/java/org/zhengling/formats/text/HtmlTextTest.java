package org.zhengling.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlTextTest {
  @Test
  void a_paragraph_is_a_line_and_blanks_of_the_source_are_none() {
    assertThat(
            read(
                """
                <!DOCTYPE html><html><head><title>修渠</title><style>p{color:red}</style></head><body>
                <h2>甲市人民政府<br>关于修渠的
                意见</h2>
                <p>各县（市、区）人民
                   政府：</p><p style="text-indent:2em">修好 3 条水渠，<b>2020</b>年底前
                完成。</p><p>&nbsp;&nbsp;看好水渠。</p><script>x()</script><p hidden>无</p>
                </body></html>
                """))
        .isEqualTo("## 甲市人民政府\n关于修渠的意见\n各县（市、区）人民政府：\n　　修好 3 条水渠，2020年底前完成。\n  看好水渠。\n");
  }

  @Test
  void a_row_of_a_table_is_a_line_with_tabs_and_a_frame_of_one_cell_is_none() {
    assertThat(
            read(
                "<html><table><tr><td><p>第一段。</p><p>第二段。</p></td></tr></table>"
                    + "<table><tr><th>任务</th><th>单位</th></tr>"
                    + "<tr><td><p>普查</p><p>登记</p></td>\n<td>市水利局</td></tr></table></html>"))
        .isEqualTo("第一段。\n第二段。\n任务\t单位\n普查登记\t市水利局\n");
  }

  @Test
  void the_numbers_of_an_ordered_list_stand_in_the_text() {
    assertThat(
            read(
                "<html><ol start=3><li>普查<ol type=a><li>干渠</li></ol></li><li>整修</li></ol>"
                    + "<ul><li>看护</li></ul></html>"))
        .isEqualTo("3. 普查\na. 干渠\n4. 整修\n看护\n");
  }

  @Test
  void a_page_in_gbk_is_read_whatever_it_calls_it() {
    String page =
        "<html><head><meta charset=\"gb2312\"></head><body><p>甲政发〔2020〕9号：㐂</p></body></html>";
    assertThat(read(page.getBytes(Charset.forName("GB18030")))).isEqualTo("甲政发〔2020〕9号：㐂\n");
    assertThat(read(page.getBytes(StandardCharsets.UTF_8))).isEqualTo("甲政发〔2020〕9号：㐂\n");
    String big5 = "<html><meta charset=big5><p>水渠</p></html>";
    assertThat(read(big5.getBytes(Charset.forName("Big5")))).isEqualTo("水渠\n");
  }

  private static String read(String page) {
    return read(page.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(byte[] page) {
    SourceText text = SourceFile.read("page", page);
    assertThat(text.kind()).isEqualTo(SourceText.Kind.HTML);
    return text.text();
  }
}
