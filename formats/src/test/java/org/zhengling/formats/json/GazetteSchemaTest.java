package org.zhengling.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.gazette.ChronicleEntry;
import org.zhengling.engine.gazette.Gazette;
import org.zhengling.engine.gazette.GazetteReader;
import org.zhengling.engine.gazette.Indicator;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.gazette.Place;
import org.zhengling.engine.gazette.Reference;
import org.zhengling.engine.law.ClausePath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written fits the published schema, and the schema names every field. */
class GazetteSchemaTest {
  private static final Path ROOT = Path.of(System.getProperty("zl.root", ".."));
  private static final Path SCHEMA = ROOT.resolve("docs/formats/gazette.schema.json");

  @Test
  void the_gazette_of_the_city_fits() throws IOException {
    Path real = ROOT.resolve("../shared/gazette/jining-2020.txt");
    assumeTrue(Files.exists(real), "../shared is not there: the real gazette is not checked");
    fits(GazetteReader.read(Files.readString(real)));
  }

  @Test
  void the_sample_gazette_fits() throws IOException {
    fits(
        GazetteReader.read(
            Files.readString(ROOT.resolve("app/src/main/resources/demo/sample-gazette.txt"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "今天天气很好。",
        "一、修渠。\n一、修渠。\n第一条 保护水渠。\n附件1\n水渠清单",
        "甲市关于修渠的意见\n一、修渠。每季度一次，7个工作日内报告，2023年及以后推广，2020年9月—2022年12月，持续推进。"
      })
  void odd_and_empty_texts_fit(String text) throws IOException {
    fits(GazetteReader.read(text));
  }

  @Test
  void every_kind_of_item_fits() throws IOException {
    fits(full());
  }

  @Test
  void a_field_that_the_schema_does_not_name_is_seen() throws IOException {
    String odd = GazetteJson.write(full()).replace("\"forWhom\"", "\"forwhom\"");
    assertThat(schema().validate(odd, InputFormat.JSON)).isNotEmpty();
  }

  /** The page for people names what the schema names. */
  @Test
  void the_page_beside_the_schema_names_every_field() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/formats/gazette.md"));
    Set<String> missing = new TreeSet<>();
    JsonNode schema = JsonMapper.shared().readTree(Files.readString(SCHEMA));
    schema
        .findValues("properties")
        .forEach(properties ->
            properties
                .propertyNames()
                .forEach(name -> {
                  if (!page.matches("(?s).*[`.]" + name + "(\\[])?`.*")) {
                    missing.add(name);
                  }
                }));
    assertThat(missing).isEmpty();
  }

  private static void fits(Gazette gazette) throws IOException {
    assertThat(schema().validate(GazetteJson.write(gazette), InputFormat.JSON)).isEmpty();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
  }

  private static Gazette full() {
    Place place = new Place(3, 1, 4);
    ClausePath path = ClausePath.parse("二(三)7");
    OfficialDocument document =
        new OfficialDocument(
            "甲政发〔2020〕9号",
            "甲政发",
            "甲市人民政府关于修渠的意见",
            "甲市人民政府",
            "意见",
            List.of("各县人民政府"),
            LocalDate.of(2020, 3, 5),
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Indicator(
                    "甲政发〔2020〕9号 二(三)7 ¶1",
                    path,
                    "水渠",
                    Indicator.Comparator.RANGE,
                    new BigDecimal("45000"),
                    new BigDecimal("50000.5"),
                    "米",
                    LocalDate.of(2022, 12, 31),
                    "各县",
                    "4.5万至5万米",
                    90,
                    place)),
            List.of(
                new Reference(
                    path, "水渠条例", "", "第十二条", Reference.Effect.AMENDS, "修改《水渠条例》", 80, place)),
            95,
            place);
    ChronicleEntry event =
        new ChronicleEntry(
            LocalDate.of(2020, 3, 3),
            LocalDate.of(2020, 3, 5),
            "甲市修渠。",
            ChronicleEntry.Kind.MEETING,
            List.of(new ChronicleEntry.Person("张三", List.of("市长"))),
            List.of("甲市"),
            90,
            place);
    return new Gazette(
        List.of(document), List.of(event), List.of(new Gazette.Unplaced(place, "第 9 页", "页码")));
  }
}
