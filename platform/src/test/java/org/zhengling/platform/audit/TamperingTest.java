package org.zhengling.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.platform.audit.Verification.Kind;
import org.zhengling.platform.keys.Sm3;

/** Whoever owns the database can write what they like; the check must say where. */
class TamperingTest {
  private final Chronicle record = new Chronicle();

  @BeforeEach
  void sixtyFourActsAndARoot() {
    record.acts(64);
    record.roots.join();
  }

  @AfterEach
  void close() {
    record.close();
  }

  private List<Kind> kinds() {
    return record.verify().faults().stream().map(Verification.Fault::kind).toList();
  }

  @Test
  void what_nobody_touched_holds() {
    Verification verification = record.verify();
    assertThat(verification.faults()).isEmpty();
    assertThat(verification.entries()).isEqualTo(64);
    assertThat(verification.roots()).isEqualTo(1);
    assertThat(verification.anchors()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actor = 18",
        "actor = null",
        "actor_name = '李四'",
        "post = 5",
        "post_title = '微山县填报岗'",
        "area = '370826000000'",
        "at = at + interval '1 microsecond'",
        "act = 'SIGN_IN'",
        "about = '别的任务'",
        "purpose = '因公'",
        "case_number = '1'",
        "subjects = '{1}'",
        "refused = '没有办'",
        "refused = ''",
        "details = decode(repeat('ab', 32), 'hex')",
        "previous = decode(repeat('ab', 32), 'hex')",
        "digest = decode(repeat('ab', 32), 'hex')",
        "canonical = canonical || '\\x0a'"
      })
  void an_edited_column_is_seen_at_its_place(String change) {
    assertThat(record.asOwner("update audit.entry set " + change + " where stream = 3 and seq = 2"))
        .isEqualTo(1);
    assertThat(record.places(record.verify())).contains("stream 3 seq 2");
  }

  @Test
  void an_edit_with_its_digest_made_anew_breaks_the_link_to_the_next() {
    rewrite(3, 2, "私下改过的任务");
    Verification verification = record.verify();
    assertThat(record.places(verification)).contains("stream 3 seq 3");
    assertThat(verification.faults()).anyMatch(fault -> fault.what().contains("第 3 链第 3 条接不上前一条"));
  }

  @Test
  void a_missing_row_is_a_gap() {
    record.asOwner("delete from audit.entry where stream = 3 and seq = 2");
    assertThat(record.verify().faults())
        .anyMatch(fault -> fault.kind() == Kind.GAP && fault.place().equals("stream 3 seq 2"));
  }

  @Test
  void a_missing_first_row_is_a_gap() {
    record.asOwner("delete from audit.entry where stream = 3 and seq = 1");
    assertThat(record.places(record.verify())).contains("stream 3 seq 1");
  }

  @Test
  void a_tail_that_was_cut_off_is_seen() {
    record.asOwner("delete from audit.entry where stream = 3 and seq >= 3");
    assertThat(record.verify().faults())
        .anyMatch(
            fault -> fault.kind() == Kind.TRUNCATED && fault.place().equals("stream 3 seq 3"));
  }

  @Test
  void a_cut_tail_is_seen_though_the_head_was_moved_back_too() {
    record.asOwner(
        "delete from audit.entry where stream = 3 and seq >= 3",
        "update audit.stream s set length = 2, head = e.digest from audit.entry e"
            + " where s.number = 3 and e.stream = 3 and e.seq = 2");
    assertThat(kinds()).contains(Kind.TRUNCATED);
  }

  @Test
  void acts_after_the_last_root_cannot_be_cut_off_either() {
    record.acts(16);
    record.asOwner("delete from audit.entry where stream = 3 and seq = 5");
    assertThat(record.verify().faults())
        .anyMatch(
            fault -> fault.kind() == Kind.TRUNCATED && fault.place().equals("stream 3 seq 5"));
  }

  @Test
  void two_rows_that_changed_places_are_seen() {
    record.asOwner(
        "update audit.entry set seq = 99 where stream = 3 and seq = 2",
        "update audit.entry set seq = 2 where stream = 3 and seq = 3",
        "update audit.entry set seq = 3 where stream = 3 and seq = 99");
    assertThat(record.verify().faults())
        .anyMatch(fault -> fault.kind() == Kind.SWAPPED && fault.place().equals("stream 3 seq 2"))
        .anyMatch(fault -> fault.kind() == Kind.SWAPPED && fault.place().equals("stream 3 seq 3"));
  }

  @Test
  void two_rows_that_changed_chains_are_seen() {
    record.asOwner(
        "update audit.entry set seq = 99 where stream = 3 and seq = 2",
        "update audit.entry set stream = 3 where stream = 4 and seq = 2",
        "update audit.entry set stream = 4, seq = 2 where stream = 3 and seq = 99");
    assertThat(kinds()).contains(Kind.SWAPPED);
  }

  @Test
  void a_chain_built_anew_to_its_end_does_not_meet_the_root() {
    rebuild(3, 2);
    assertThat(record.verify().faults())
        .anyMatch(fault -> fault.kind() == Kind.ANCHOR && fault.place().equals("stream 3 seq 4"));
  }

  @Test
  void a_root_built_anew_with_its_chain_does_not_meet_the_anchor() {
    rebuild(3, 2);
    record.asOwner("delete from audit.root");
    String before = read();
    record.roots.join();
    // The honest server anchors nothing twice; the file still holds what it held.
    assertThat(read()).isEqualTo(before);
    assertThat(record.verify().faults())
        .anyMatch(fault -> fault.kind() == Kind.ANCHOR && fault.place().equals("anchor 1"));
  }

  @Test
  void a_root_that_was_written_by_hand_has_no_good_signature() {
    record.acts(1);
    record.asOwner("update audit.root set signature = signature || '\\x00' where number = 1");
    assertThat(record.places(record.verify())).contains("root 1");
  }

  @Test
  void a_root_that_was_taken_away_is_missed_by_the_anchor() {
    record.acts(16);
    record.roots.join();
    record.asOwner("delete from audit.root where number = 1");
    assertThat(record.places(record.verify())).contains("anchor 1", "root 2");
  }

  @Test
  void an_anchor_file_that_vanished_or_was_changed_is_seen() throws IOException {
    String text = read();
    Files.writeString(record.anchors(), text.replaceFirst("\\w{4}\n$", "0000\n"));
    assertThat(record.places(record.verify())).contains("anchor 1");
    Files.writeString(record.anchors(), "scribble\n", StandardOpenOption.TRUNCATE_EXISTING);
    assertThat(record.places(record.verify())).contains("anchor line 1");
    Files.delete(record.anchors());
    assertThat(record.places(record.verify())).contains("anchor file");
  }

  @Test
  void no_row_at_all_is_a_finding() {
    record.asOwner(
        "delete from audit.entry",
        "delete from audit.root",
        "update audit.stream set length = 0, head = decode(repeat('00', 32), 'hex')");
    Verification verification = record.verify();
    assertThat(verification.entries()).isZero();
    assertThat(kinds()).contains(Kind.EMPTY);
  }

  @Test
  void the_serving_role_can_neither_change_nor_take_away() {
    for (String statement :
        List.of(
            "update audit.entry set about = '改'",
            "delete from audit.entry",
            "truncate audit.entry",
            "update audit.root set entries = 1",
            "delete from audit.root",
            "update audit.stream set length = 0",
            "alter table audit.entry disable trigger all")) {
      assertThatThrownBy(() -> record.hall.jdbc().sql(statement).update())
          .as(statement)
          .hasStackTraceContaining(statement.startsWith("alter") ? "owner" : "permission denied");
    }
  }

  @Test
  void also_the_owner_is_stopped_who_leaves_the_triggers_on() {
    for (String statement :
        List.of(
            "update audit.entry set about = '改'",
            "delete from audit.entry",
            "truncate audit.entry",
            "delete from audit.root")) {
      assertThatThrownBy(() -> record.sql().sql(statement).update())
          .as(statement)
          .hasStackTraceContaining("append-only");
    }
  }

  @Test
  void a_row_that_does_not_follow_the_head_is_not_taken() {
    String forged =
        """
        insert into audit.entry (stream, seq, previous, digest, canonical, at, actor_name,
          post_title, area, act, about, purpose, subjects)
        values (3, 5, decode(repeat('00', 32), 'hex'), decode(repeat('11', 32), 'hex'), '\\x00',
          now(), '谁', '', '370800000000', 'SIGN_IN', '', '', '{}')
        """;
    assertThatThrownBy(() -> record.hall.jdbc().sql(forged).update())
        .hasStackTraceContaining("does not follow the head");
  }

  private String read() {
    try {
      return Files.readString(record.anchors());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Maybe no root was anchored", e);
    }
  }

  /** Changes an entry with everything that belongs to it, except what follows. */
  private String rewrite(int stream, long seq, String about) {
    Entry old = entry(stream, seq);
    return write(
        new Entry(
            stream,
            seq,
            old.previous(),
            old.at(),
            old.actor(),
            old.actorName(),
            old.post(),
            old.postTitle(),
            old.area(),
            old.act(),
            about,
            old.purpose(),
            old.caseNumber(),
            old.subjects(),
            old.refused(),
            old.details()));
  }

  /** A chain as if the changed entry had always been there, its head included. */
  private void rebuild(int stream, long from) {
    String digest = rewrite(stream, from, "私下改过的任务");
    for (long seq = from + 1; seq <= 4; seq++) {
      Entry old = entry(stream, seq);
      digest =
          write(
              new Entry(
                  stream,
                  seq,
                  digest,
                  old.at(),
                  old.actor(),
                  old.actorName(),
                  old.post(),
                  old.postTitle(),
                  old.area(),
                  old.act(),
                  old.about(),
                  old.purpose(),
                  old.caseNumber(),
                  old.subjects(),
                  old.refused(),
                  old.details()));
    }
    record.asOwner(
        "update audit.stream set head = decode('" + digest + "', 'hex') where number = " + stream);
  }

  private Entry entry(int stream, long seq) {
    return Objects.requireNonNull(
        record
            .transaction()
            .execute(status -> {
              var views = record.hall.get(org.zhengling.platform.audit.store.EntryViews.class);
              views.openEverything();
              return views.chain(stream, seq - 1, 1).getFirst().entry();
            }));
  }

  private String write(Entry entry) {
    HexFormat hex = HexFormat.of();
    String digest = hex.formatHex(Sm3.of(entry.canonical()));
    record.asOwner(
        "update audit.entry set about = '%s', previous = decode('%s', 'hex'), digest = decode('%s', 'hex'), canonical = decode('%s', 'hex') where stream = %d and seq = %d"
            .formatted(
                entry.about(),
                entry.previous(),
                digest,
                hex.formatHex(entry.canonical()),
                entry.stream(),
                entry.seq()));
    return digest;
  }
}
