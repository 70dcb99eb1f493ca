package org.zhengling.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileNameTest {
  @Test
  void an_ordinary_name_stays_as_it_is() {
    assertThat(FileName.of("济宁市人民政府公报 2020年第8期.txt")).isEqualTo("济宁市人民政府公报 2020年第8期.txt");
  }

  @Test
  void of_a_path_the_last_part_is_left() {
    assertThat(FileName.of("../../etc/passwd")).isEqualTo("passwd");
    assertThat(FileName.of("C:\\公报\\八月.txt")).isEqualTo("八月.txt");
    assertThat(FileName.of("a/..")).isEmpty();
    assertThat(FileName.of(null)).isEmpty();
  }

  @Test
  void marks_that_turn_or_hide_letters_are_taken_out() {
    assertThat(FileName.of("公报\u202etxt.exe")).isEqualTo("公报txt.exe");
    assertThat(FileName.of("公\u200b报\u2066\ufeff.txt")).isEqualTo("公报.txt");
    assertThat(FileName.of("a\r\nSet-Cookie: b\u0000.txt")).isEqualTo("aSet-Cookie: b.txt");
  }

  @Property
  void whatever_is_sent_the_name_is_one_short_readable_part(@ForAll String sent) {
    assertThat(FileName.of(sent)).doesNotContainPattern("[/\\\\\\p{Cntrl}\\p{Cf}]");
    assertThat(FileName.of(sent).codePointCount(0, FileName.of(sent).length()))
        .isLessThanOrEqualTo(120);
    assertThat(FileName.of(FileName.of(sent))).isEqualTo(FileName.of(sent));
  }
}
