package org.zhengling.platform.credit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.formats.csv.CsvTable;
import org.zhengling.formats.json.FlatJson;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.credit.store.CreditRows;
import org.zhengling.platform.keys.Sm3;
import org.zhengling.platform.registry.Resident;
import org.zhengling.platform.registry.Residents;

/**
 * The records that have effect today as a package for the province's platform: one table as CSV and
 * as JSON, and the digests of both. The form is our own (docs/formats/credit-package.md).
 */
@Component
public class CreditPackage {
  static final List<String> HEAD =
      List.of("记录编号", "姓名", "身份证号", "失信行为", "条款", "案号", "作出日期", "生效日期", "有效到");
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final CreditRows rows;
  private final Residents residents;
  private final BusinessDay day;
  private final Audit audit;

  CreditPackage(CreditRows rows, Residents residents, BusinessDay day, Audit audit) {
    this.rows = rows;
    this.residents = residents;
    this.day = day;
    this.audit = audit;
  }

  /** The package of the scope in force, a zip; the same records always give the same bytes. */
  @Transactional
  public byte[] export() {
    List<DishonestyRecord> effective = rows.effective(day.today());
    List<Long> ids = effective.stream().map(DishonestyRecord::resident).distinct().toList();
    Map<Long, Resident> people =
        residents.byIds(ids).stream().collect(Collectors.toMap(Resident::id, Function.identity()));
    List<List<String>> table = new ArrayList<>();
    for (DishonestyRecord record : effective) {
      Resident person = people.get(record.resident());
      if (person != null) {
        table.add(row(record, person));
      }
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("records.csv", CsvTable.write(HEAD, table));
    files.put("records.json", FlatJson.write(HEAD, table).getBytes(StandardCharsets.UTF_8));
    files.put("digests.txt", digests(files));
    byte[] zip = zip(files);
    audit.record(
        Act.of(ActKind.EXPORT_CREDIT, table.size() + " 条失信记录，摘要 " + Sm3.hex(zip))
            .forPurpose("报送省公共信用信息平台")
            .concerning(ids));
    return zip;
  }

  private static List<String> row(DishonestyRecord record, Resident person) {
    IdNumber number = person.number();
    FinalDecision decision = record.decision();
    return List.of(
        String.valueOf(record.id()),
        person.name(),
        number == null ? "" : number.text(),
        decision.breach().chinese(),
        decision.clause(),
        decision.caseNumber(),
        decision.decidedOn().toString(),
        decision.finalOn().toString(),
        record.expiresOn().minusDays(1).toString());
  }

  private static byte[] digests(Map<String, byte[]> files) {
    StringBuilder text = new StringBuilder();
    files.forEach((name, bytes) ->
        text.append("SM3 ").append(Sm3.hex(bytes)).append("  ").append(name).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the memory is full", e);
    }
    return bytes.toByteArray();
  }
}
