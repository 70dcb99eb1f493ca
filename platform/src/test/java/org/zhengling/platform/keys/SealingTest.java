package org.zhengling.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.keys.DataKey.Algorithm;

class SealingTest {
  private static final Purpose NOTES = new Purpose("test.note");
  private static final Purpose OTHER = new Purpose("test.other");

  private final CityHall hall = new CityHall(Registered.class);
  private final Keys keys = hall.get(Keys.class);
  private final KeyRotation rotation = hall.get(KeyRotation.class);
  private final Notes notes = hall.get(Notes.class);

  @AfterEach
  void close() {
    hall.close();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void what_was_sealed_opens_for_its_purpose_and_place() {
    byte[] sealed = keys.seal(NOTES, utf8("体检结果"), utf8("note 1"));
    assertThat(keys.open(NOTES, sealed, utf8("note 1"))).isEqualTo(utf8("体检结果"));
    assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("体检");
  }

  @Test
  void the_same_text_never_looks_the_same() {
    assertThat(keys.seal(NOTES, utf8("一样"), utf8("1")))
        .isNotEqualTo(keys.seal(NOTES, utf8("一样"), utf8("1")));
  }

  @Test
  void moved_to_another_row_or_another_purpose_it_does_not_open() {
    byte[] sealed = keys.seal(NOTES, utf8("甲的"), utf8("note 1"));
    assertThatThrownBy(() -> keys.open(NOTES, sealed, utf8("note 2"))).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> keys.open(OTHER, sealed, utf8("note 1"))).isInstanceOf(Refusal.class);
  }

  @Test
  void a_change_of_any_byte_is_seen() {
    byte[] sealed = keys.seal(NOTES, utf8("三百元"), utf8("note 1"));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> keys.open(NOTES, changed, utf8("note 1")))
          .as("byte " + i)
          .isInstanceOf(Refusal.class);
    }
  }

  @Test
  void a_keyed_digest_recognises_and_depends_on_its_purpose() {
    byte[] mark = keys.keyedDigest(NOTES, utf8("370811"));
    assertThat(keys.keyedDigest(NOTES, utf8("370811"))).isEqualTo(mark);
    assertThat(keys.keyedDigest(NOTES, utf8("370812"))).isNotEqualTo(mark);
    assertThat(keys.keyedDigest(OTHER, utf8("370811"))).isNotEqualTo(mark);
    rotation.rotate();
    assertThat(keys.keyedDigest(NOTES, utf8("370811"))).isEqualTo(mark);
  }

  @Test
  void a_signature_holds_for_its_text_and_purpose_also_after_a_rotation() {
    byte[] signature = keys.sign(NOTES, utf8("根"));
    assertThat(keys.verify(NOTES, utf8("根"), signature)).isTrue();
    assertThat(keys.verify(NOTES, utf8("别的"), signature)).isFalse();
    assertThat(keys.verify(OTHER, utf8("根"), signature)).isFalse();
    byte[] before = keys.openPart(signature);
    rotation.rotate();
    assertThat(keys.openPart(keys.sign(NOTES, utf8("根")))).isNotEqualTo(before);
    assertThat(keys.openPart(signature)).isEqualTo(before);
    assertThat(keys.verify(NOTES, utf8("根"), signature)).isTrue();
  }

  @Test
  void a_key_survives_the_failure_of_the_act_that_needed_it_first() {
    TransactionTemplate act = new TransactionTemplate(hall.get(PlatformTransactionManager.class));
    List<byte[]> kept = new ArrayList<>();
    act.executeWithoutResult(status -> {
      kept.add(keys.seal(OTHER, utf8("留下"), utf8("1")));
      status.setRollbackOnly();
    });
    Keys another = server();
    assertThat(another.open(OTHER, kept.getFirst(), utf8("1"))).isEqualTo(utf8("留下"));
  }

  @Test
  void the_database_never_holds_a_key_in_the_open() {
    keys.seal(NOTES, utf8("x"), utf8("1"));
    Long unwrapped =
        hall.seeingEverything()
            .sql("select count(*) from keys.data_key where length(wrapped) in (16, 32)")
            .query(Long.class)
            .single();
    assertThat(unwrapped).isZero();
  }

  @Test
  void rotation_seals_old_values_anew_and_retires_the_old_key_when_nothing_uses_it() {
    for (int i = 0; i < 450; i++) {
      notes.write("note " + i, keys.seal(NOTES, utf8("内容 " + i), utf8("note " + i)));
    }
    long old = notes.keysInUse().iterator().next();
    KeyRotation.Rotated rotated = rotation.rotate();
    assertThat(rotated.sealedAnew()).isEqualTo(450);
    assertThat(notes.keysInUse()).hasSize(1).doesNotContain(old);
    for (int i = 0; i < 450; i++) {
      assertThat(keys.open(NOTES, notes.read("note " + i), utf8("note " + i)))
          .isEqualTo(utf8("内容 " + i));
    }
    // Other servers may go on with the old key for a minute: it is not retired at once.
    assertThat(retired(old)).isFalse();
    hall.pass(Duration.ofMinutes(6));
    assertThat(rotation.settle().retired()).isPositive();
    assertThat(retired(old)).isTrue();
  }

  @Test
  void a_key_that_still_sealed_something_is_not_retired() {
    notes.write("late", keys.seal(NOTES, utf8("x"), utf8("late")));
    long old = Keys.keyId(notes.read("late"));
    byte[] sealedByOld = notes.read("late");
    rotation.rotate();
    hall.pass(Duration.ofMinutes(6));
    notes.write("late", sealedByOld);
    notes.stubborn = true;
    rotation.settle();
    assertThat(retired(old)).isFalse();
    assertThat(keys.open(NOTES, sealedByOld, utf8("late"))).isEqualTo(utf8("x"));
  }

  @Test
  void another_server_takes_the_new_key_within_a_minute() {
    Keys another = server();
    byte[] before = another.seal(NOTES, utf8("x"), utf8("1"));
    rotation.rotate();
    hall.pass(Keys.NEWEST_KNOWN_FOR.plusSeconds(1));
    byte[] after = another.seal(NOTES, utf8("x"), utf8("1"));
    assertThat(Keys.keyId(after)).isGreaterThan(Keys.keyId(before));
    assertThat(keys.open(NOTES, after, utf8("1"))).isEqualTo(utf8("x"));
  }

  private boolean retired(long id) {
    return keys.list().stream().anyMatch(key -> key.id() == id && key.retiredAt() != null);
  }

  /** A second server on the same database, with nothing in its memory. */
  private Keys server() {
    return new Keys(
        CityHall.masterKey(),
        hall.get(org.zhengling.platform.keys.store.DataKeys.class),
        hall.get(java.time.InstantSource.class),
        hall.get(java.security.SecureRandom.class),
        hall.get(PlatformTransactionManager.class));
  }

  @Test
  void keys_that_seal_and_sign_are_renewed_and_keys_of_digests_stay() {
    keys.seal(NOTES, utf8("x"), utf8("1"));
    keys.keyedDigest(NOTES, utf8("x"));
    rotation.rotate();
    assertThat(count(Algorithm.SM4_GCM)).isEqualTo(2);
    assertThat(count(Algorithm.HMAC_SM3)).isEqualTo(1);
  }

  private long count(Algorithm algorithm) {
    return keys.list().stream()
        .filter(key -> key.purpose().equals(NOTES) && key.algorithm() == algorithm)
        .count();
  }

  @Configuration
  static class Registered {
    @Bean
    Notes notes() {
      return new Notes();
    }
  }

  /** A column in memory. */
  static final class Notes implements SealedColumn {
    private final Map<String, byte[]> rows = new TreeMap<>();
    private boolean stubborn;

    void write(String row, byte[] sealed) {
      rows.put(row, sealed);
    }

    byte[] read(String row) {
      return java.util.Objects.requireNonNull(rows.get(row));
    }

    @Override
    public Purpose purpose() {
      return NOTES;
    }

    @Override
    public Set<Long> keysInUse() {
      Set<Long> used = new TreeSet<>();
      rows.values().forEach(sealed -> used.add(Keys.keyId(sealed)));
      return used;
    }

    @Override
    public List<Note> sealedBefore(long key, int atMost) {
      return rows.keySet().stream()
          .filter(row -> !stubborn && Keys.keyId(read(row)) < key)
          .limit(atMost)
          .map(row -> new Note(row, this))
          .toList();
    }

    @Override
    public void replace(Cell cell, byte[] sealedAnew) {
      rows.put(new String(cell.bound(), StandardCharsets.UTF_8), sealedAnew);
    }
  }

  record Note(String row, Notes notes) implements SealedColumn.Cell {
    @Override
    public byte[] sealed() {
      return notes.read(row);
    }

    @Override
    public byte[] bound() {
      return utf8(row);
    }
  }
}
