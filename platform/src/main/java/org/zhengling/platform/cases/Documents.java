package org.zhengling.platform.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.cases.store.StoredFiles;
import org.zhengling.platform.keys.Sm3;
import tools.jackson.databind.json.JsonMapper;

/**
 * The papers of cases. The file is written through to the disk first and its row second; a file
 * that lost its row is swept.
 */
@Component
public class Documents {
  private static final int LONGEST_TITLE = 60;
  private static final JsonMapper JSON = new JsonMapper();

  private final StoredFiles rows;
  private final SealedFiles sealed;
  private final CaseSteps steps;
  private final InstantSource clock;
  private final Audit audit;
  private final TransactionTemplate transaction;

  Documents(
      StoredFiles rows,
      SealedFiles sealed,
      CaseSteps steps,
      InstantSource clock,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.sealed = sealed;
    this.steps = steps;
    this.clock = clock;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Takes a paper into a case. What is not what its name says, too large or of an unknown kind is
   * refused; the same form twice brings it once.
   *
   * @param title what it is, Chinese, at most 60 characters
   * @param fileName as the sender called it; kept sealed
   */
  public Document add(long caseFile, UUID form, String title, String fileName, byte[] bytes) {
    if (title.isBlank() || title.strip().length() > LONGEST_TITLE) {
      throw FileContent.refusal("没有收下。没有写材料名称，或超过 60 个字。", "请写上这是什么材料，如“收入证明”。");
    }
    FileType type = FileContent.of(fileName, bytes);
    // Pictures take time: no connection is held meanwhile.
    Optional<byte[]> picture = PagePicture.of(type, bytes);
    return Objects.requireNonNull(
        transaction.execute(status -> {
          CaseFile file = steps.lock(caseFile);
          Optional<Document> before = rows.byForm(caseFile, form);
          return before.orElseGet(
              () -> add(file, form, title.strip(), fileName, type, bytes, picture.orElse(null)));
        }));
  }

  private Document add(
      CaseFile file,
      UUID form,
      String title,
      String fileName,
      FileType type,
      byte[] bytes,
      byte @Nullable [] picture) {
    if (steps.done(file, deed(form, "{}"))) {
      throw new Refusal(Refusal.Kind.CONFLICT, "没有收下。这张表单已经用来办过别的事。", "请从案卷重新打开上传页。");
    }
    rows.keepSweepersOut();
    String digest = keep(type, bytes);
    String shown = picture == null ? null : keep(FileType.JPEG, picture);
    Map<String, String> payload = new LinkedHashMap<>();
    payload.put("title", title);
    payload.put("file", fileName);
    payload.put("type", type.name());
    payload.put("sm3", digest);
    Deed deed = deed(form, JSON.writeValueAsString(payload));
    CaseFile after = steps.step(file, deed, file.standing());
    long id = rows.add(file.id(), after.version(), title, digest, shown);
    return rows.byId(id).orElseThrow();
  }

  private static Deed deed(UUID form, String payload) {
    return Deed.of(OfficeAct.DOCUMENT_ADDED, form, payload);
  }

  private String keep(FileType type, byte[] bytes) {
    String digest = Sm3.hex(bytes);
    long key = sealed.put(digest, bytes);
    rows.put(digest, type, bytes.length, key, now());
    return digest;
  }

  /** The papers of a case, in the order in which they came. */
  public List<Document> of(long caseFile) {
    return rows.of(caseFile);
  }

  /** A paper of a case of the scope; any other is refused as absent. */
  public Document document(long id) {
    return rows.byId(id)
        .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "没有这份材料，或它不在您的范围内。", "请从案卷里重新打开。"));
  }

  /** The original, byte for byte. That it was read is recorded first. */
  public byte[] original(Document document) {
    return read(document, document.digest(), "原件");
  }

  /** What a page shows of a picture; refused where the paper is none. */
  public byte[] picture(Document document) {
    String shown = document.shown();
    if (shown == null) {
      throw new Refusal(Refusal.Kind.ABSENT, "这份材料没有可以在页面上看的图。", "请下载原件。");
    }
    return read(document, shown, "页面图");
  }

  private byte[] read(Document document, String digest, String which) {
    CaseFile file = steps.file(document.caseFile());
    Act act =
        Act.of(ActKind.READ_DOCUMENT, "第 " + document.id() + " 份材料，" + which).inCase(file.number());
    Long applicant = file.applicant();
    audit.recordAlone(applicant == null ? act : act.concerning(applicant));
    return sealed.open(digest);
  }

  /**
   * Removes files that no row names: left by an act that was undone, or by a fall between file and
   * row. Does nothing while somebody puts one. Answers how many.
   */
  public int sweep() {
    Integer swept =
        transaction.execute(status -> {
          if (!rows.mayBeSwept()) {
            return 0;
          }
          Set<String> known = rows.digests();
          int count = sealed.sweep(known::contains);
          if (count > 0) {
            audit.record(Act.of(ActKind.SWEEP_FILES, count + " 个文件"));
          }
          return count;
        });
    return swept == null ? 0 : swept;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
