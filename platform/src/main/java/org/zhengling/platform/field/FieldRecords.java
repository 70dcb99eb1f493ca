package org.zhengling.platform.field;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.field.store.Records;

/**
 * Gives out what is to be done on the spot and takes what was recorded there. A phone may hand in
 * as often as its network makes it: a photograph is kept once, a record is carried out once.
 */
@Component
public class FieldRecords {
  /** What a phone's camera makes, with room to spare. */
  public static final int LARGEST_PHOTO_BYTES = 20_000_000;

  private final List<FieldForm> forms;
  private final Records records;
  private final InstantSource clock;
  private final Audit audit;

  FieldRecords(ObjectProvider<FieldForm> forms, Records records, InstantSource clock, Audit audit) {
    this.forms = forms.orderedStream().toList();
    this.records = records;
    this.clock = clock;
    this.audit = audit;
  }

  /** What the post in use has to do on the spot. */
  public List<FieldTask> tasks(SignedIn by) {
    return forms.stream().flatMap(form -> form.tasks(by).stream()).toList();
  }

  /**
   * Keeps a photograph before the record it belongs to arrives.
   *
   * @param digest SHA-256 as the phone computed it; other bytes are refused
   */
  @Transactional
  public void photo(
      UUID record, String kind, String subject, String digest, byte[] photo, SignedIn by) {
    if (photo.length > LARGEST_PHOTO_BYTES) {
      throw caller("照片太大，最多 20 MB。", "请用手机相机的普通画质重拍。");
    }
    if (!sha256(photo).equals(digest)) {
      throw caller("照片在路上损坏了。", "请再上传一次。");
    }
    if (records.photo(record, digest).isPresent() || records.outcome(record).isPresent()) {
      return;
    }
    FieldForm form = form(kind);
    FieldTask task = task(form, subject, by);
    String document = form.keepPhoto(task, photo, by);
    records.addPhoto(record, digest, document, task.area(), by.personId(), clock.instant());
  }

  /** Carries a record out, once; gives what happened, also when it is handed in again. */
  @Transactional
  public String handIn(UUID id, HandedIn handedIn, SignedIn by) {
    Optional<Records.Outcome> before = records.outcome(id);
    if (before.isPresent()) {
      return same(before.get(), handedIn);
    }
    FieldForm form = form(handedIn.kind());
    FieldTask task = task(form, handedIn.subject(), by);
    FieldRecord record =
        new FieldRecord(id, handedIn.takenAt(), handedIn.answers(), photos(id, handedIn));
    new RecordRules(task, record).check();
    boolean first =
        records.add(id, handedIn, handedIn.digest(), task.area(), by.personId(), clock.instant());
    if (!first) {
      // The same phone was faster on another connection.
      return same(records.outcome(id).orElseThrow(), handedIn);
    }
    String outcome = form.accept(task, record, by);
    records.note(id, outcome);
    audit.record(Act.of(ActKind.HAND_IN_RECORD, task.title()).carrying(handedIn.digest()));
    return outcome;
  }

  private static String same(Records.Outcome before, HandedIn handedIn) {
    if (!before.digest().equals(handedIn.digest())) {
      throw new Refusal(
          Refusal.Kind.CONFLICT, "没有收下。这份记录已经交过，内容和这次的不一样。", "交过的那份留着。", "要更正，请在案件页里另作更正。");
    }
    return before.words();
  }

  private List<FieldRecord.Photo> photos(UUID id, HandedIn handedIn) {
    Map<String, String> arrived = records.photos(id);
    List<FieldRecord.Photo> photos = new ArrayList<>();
    for (HandedIn.TakenPhoto photo : handedIn.photos()) {
      String document = arrived.get(photo.digest());
      if (document == null) {
        throw caller("有照片还没有传到。", "请再上传一次。");
      }
      photos.add(new FieldRecord.Photo(photo.question(), document));
    }
    return photos;
  }

  private FieldForm form(String kind) {
    return forms.stream()
        .filter(form -> form.kind().equals(kind))
        .findFirst()
        .orElseThrow(FieldRecords::gone);
  }

  private static FieldTask task(FieldForm form, String subject, SignedIn by) {
    return form.tasks(by).stream()
        .filter(task -> task.subject().equals(subject))
        .findFirst()
        .orElseThrow(FieldRecords::gone);
  }

  private static Refusal gone() {
    return new Refusal(
        Refusal.Kind.ABSENT, "没有收下。这件任务不在您现在的清单里：可能已经办完、交给了别人，或您换了岗位。", "请看任务清单；要补充，请到案件页里办。");
  }

  private static Refusal caller(String what, String todo) {
    return new Refusal(Refusal.Kind.CALLER, "没有收下。" + what, todo);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Maybe this is no Java: every one has SHA-256", e);
    }
  }
}
