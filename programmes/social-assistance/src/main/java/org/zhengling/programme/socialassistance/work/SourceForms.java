package org.zhengling.programme.socialassistance.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengling.engine.verification.Topic;
import org.zhengling.platform.exchange.Catalogue;
import org.zhengling.platform.exchange.Source;

/**
 * Which sources of the catalogue the allowance asks, what each settles, and in which form it tells:
 * {@code policy/sources.tsv}. A source of the list that is not in the catalogue is not asked.
 */
@Component
public class SourceForms {
  private static final String FILE = "/policy/social-assistance/sources.tsv";
  private static final int COLUMNS = 5;

  private final Catalogue catalogue;
  private final List<Row> rows;

  SourceForms(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.rows = rows();
  }

  /**
   * A source of the list.
   *
   * @param topic what its records are about
   */
  record Row(String slug, Set<Topic> settles, Set<Topic> corroborates, Form form, Topic topic) {}

  /** How a record is read; the fields stand at {@link SourceReading}. */
  enum Form {
    WAGE,
    BENEFIT,
    DEPOSIT,
    VEHICLE,
    HOUSE,
    COMPANY,
    ABSENCE,
    REMARK
  }

  private static List<Row> rows() {
    return text()
        .lines()
        .skip(1)
        .map(line -> line.split("\t", COLUMNS))
        .map(cells ->
            new Row(
                cells[0],
                topics(cells[1]),
                topics(cells[2]),
                Form.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                Topic.valueOf(cells[4])))
        .toList();
  }

  private static Set<Topic> topics(String cell) {
    return Arrays.stream(cell.split(",", -1))
        .filter(one -> !one.isBlank())
        .map(Topic::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
  }

  private static String text() {
    try (InputStream in = SourceForms.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("Maybe the pack was not packed: " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the archive is damaged: " + FILE, e);
    }
  }

  Optional<Row> row(String slug) {
    return rows.stream().filter(one -> one.slug().equals(slug)).findFirst();
  }

  /** Identifiers of those that are in use today. */
  Set<String> slugs() {
    return inUse().stream().map(Source::slug).collect(Collectors.toSet());
  }

  /** Those in use today. */
  List<Source> inUse() {
    return catalogue.inUse().stream().filter(one -> row(one.slug()).isPresent()).toList();
  }

  /** Topics that one of them settles: about these no paper is asked of anybody. */
  public Set<Topic> settled() {
    Set<Topic> settled = EnumSet.noneOf(Topic.class);
    for (Source source : inUse()) {
      row(source.slug()).ifPresent(one -> settled.addAll(one.settles()));
    }
    return settled;
  }

  /** As a check knows it. */
  org.zhengling.engine.verification.Source asked(Source source) {
    Row row = row(source.slug()).orElseThrow();
    return new org.zhengling.engine.verification.Source(
        source.slug(),
        source.listing().department() + " " + source.listing().name(),
        row.settles(),
        row.corroborates());
  }
}
