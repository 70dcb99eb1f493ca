package org.zhengling.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedPagesTest {
  @Test
  void a_text_without_form_feeds_has_no_pages() {
    assertThat(PrintedPages.of("一\n二\n").at(2)).isEmpty();
  }

  @Test
  void a_page_without_words_counts_and_so_does_a_feed_at_the_end_of_a_line() {
    PrintedPages pages = PrintedPages.of("一\n\f\f二\r\n三\f四\n五\n");
    assertThat(pages.at(1)).hasValue(1);
    assertThat(pages.at(2)).hasValue(3);
    assertThat(pages.at(3)).hasValue(3);
    assertThat(pages.at(4)).hasValue(4);
  }
}
