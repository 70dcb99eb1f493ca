package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents of many offices in forms that really occur, in our own words: number, date, title and
 * articles are read. What the reader made of them at first sight stands in docs/benchmarks.md.
 */
class FormsOfOfficesTest {
  /**
   * One document and what is to be read of it.
   *
   * @param wanted number, date, title and, for a regulation, how many articles
   */
  record Form(String name, Map<String, String> wanted, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Form> forms() {
    return Arrays.stream(resource().split("(?m)^===== ", -1))
        .filter(form -> !form.isBlank())
        .map(FormsOfOfficesTest::form);
  }

  private static Form form(String words) {
    int name = words.indexOf('\n');
    int text = words.indexOf("\n-----\n");
    Map<String, String> wanted =
        words
            .substring(name + 1, text)
            .lines()
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf(':')),
                    line -> line.substring(line.indexOf(':') + 1).strip()));
    return new Form(words.substring(0, name), wanted, words.substring(text + 7));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void number_date_title_and_articles_are_read(Form form) {
    Gazette gazette = GazetteReader.read(form.text());
    assertThat(gazette.documents()).hasSize(1);
    OfficialDocument document = gazette.documents().getFirst();
    Map<String, String> wanted = form.wanted();
    assertThat(document.number()).isEqualTo(wanted.getOrDefault("number", ""));
    assertThat(document.dateWritten()).hasToString(wanted.getOrDefault("date", ""));
    assertThat(document.title()).isEqualTo(Words.compact(wanted.getOrDefault("title", "")));
    if (wanted.containsKey("articles")) {
      assertThat(articles(document)).hasSize(Integer.parseInt(wanted.getOrDefault("articles", "")));
    }
    assertThat(gazette.unplaced()).isEmpty();
  }

  @Test
  void there_are_forty_of_them_and_more() {
    assertThat(forms()).hasSizeGreaterThan(40);
  }

  private static List<String> articles(OfficialDocument document) {
    return document.clauses().stream()
        .map(clause -> clause.path().text())
        .filter(path -> path.matches("第[^ (]+条(之.)?"))
        .toList();
  }

  private static String resource() {
    try (InputStream in =
        Objects.requireNonNull(
            FormsOfOfficesTest.class.getResourceAsStream("forms-of-offices.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
