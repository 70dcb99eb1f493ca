package org.zhengling.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.audit.store.Entries;

class RecordingTest {
  private final Chronicle record = new Chronicle();

  @AfterEach
  void close() {
    record.close();
  }

  private long entries() {
    return record.sql().sql("select count(*) from audit.entry").query(Long.class).single();
  }

  @Test
  void an_act_by_nobody_in_particular_is_a_bug() {
    // A thread of its own inherits nobody.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> act = threads.submit(() -> record.audit.recordAlone(Act.of(ActKind.SIGN_IN, "")));
      assertThatThrownBy(act::get)
          .hasCauseInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Maybe an act runs outside");
    }
    assertThat(entries()).isZero();
  }

  @Test
  void an_act_without_a_transaction_is_a_bug() {
    assertThatThrownBy(() ->
            Chronicle.CLERK.call(() -> {
              record.audit.record(Act.of(ActKind.REPORT_PROGRESS, "第 3 项任务"));
              return true;
            }))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void the_record_of_an_act_that_failed_vanishes_with_it() {
    Chronicle.CLERK.call(() -> {
      record
          .transaction()
          .executeWithoutResult(status -> {
            record.audit.record(Act.of(ActKind.REPORT_PROGRESS, "第 3 项任务"));
            status.setRollbackOnly();
          });
      return true;
    });
    assertThat(entries()).isZero();
    record.acts(1);
    assertThat(record.verify().faults()).isEmpty();
  }

  @Test
  void a_refusal_stays_though_the_act_is_undone() {
    Chronicle.CLERK.call(() -> {
      record
          .transaction()
          .executeWithoutResult(status -> {
            record.audit.record(Act.of(ActKind.SPLIT_TASK, "第 3 项任务"));
            record.audit.recordAlone(Act.of(ActKind.SPLIT_TASK, "第 3 项任务").refused("没有权限"));
            status.setRollbackOnly();
          });
      return true;
    });
    assertThat(entries()).isEqualTo(1);
    assertThat(record.verify().faults()).isEmpty();
  }

  @Test
  void everything_about_an_act_is_kept() {
    Chronicle.CLERK.call(() -> {
      record.audit.recordAlone(
          Act.of(ActKind.READ_PEOPLE, "一户\n两行 \\ 反斜线")
              .forPurpose("审核")
              .inCase("任古救〔2020〕137号")
              .concerning(List.of(9L, 3L, 3L))
              .carrying("abc"));
      return true;
    });
    var row =
        record
            .sql()
            .sql(
                """
                select actor, actor_name, post, post_title, area, act, about, purpose, case_number,
                       subjects::text as subjects, refused, encode(details, 'hex') as details
                from audit.entry
                """)
            .query()
            .singleRow();
    assertThat(row)
        .containsEntry("actor", 17L)
        .containsEntry("actor_name", "张三")
        .containsEntry("post", 4L)
        .containsEntry("post_title", "任城区填报岗")
        .containsEntry("area", CityHall.RENCHENG)
        .containsEntry("act", "READ_PEOPLE")
        .containsEntry("about", "一户\n两行 \\ 反斜线")
        .containsEntry("purpose", "审核")
        .containsEntry("case_number", "任古救〔2020〕137号")
        .containsEntry("subjects", "{3,9}")
        .containsEntry("refused", null)
        .containsEntry(
            "details", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    assertThat(record.verify().faults()).isEmpty();
  }

  @Test
  void strangers_and_the_program_itself_are_named_as_what_they_are() {
    for (Actor actor :
        List.of(new Actor.Stranger(CityHall.CITY), new Actor.Program("每夜复核", CityHall.CITY))) {
      actor.call(() -> {
        record.audit.recordAlone(Act.of(ActKind.SIGN_IN, "登录"));
        return true;
      });
    }
    assertThat(
            record
                .sql()
                .sql("select actor_name || ' ' || post_title from audit.entry order by at, stream")
                .query((row, number) -> row.getString(1))
                .list())
        .containsExactlyInAnyOrder("未登录 ", "程序 每夜复核");
  }

  @Test
  void a_very_long_text_loses_its_end_and_nothing_else() {
    record.act("长".repeat(5_000));
    assertThat(record.verify().faults()).isEmpty();
    Long length =
        record.sql().sql("select length(about) from audit.entry").query(Long.class).single();
    assertThat(length).isEqualTo(300);
  }

  @Test
  void two_acts_of_one_transaction_go_to_one_chain() {
    Chronicle.CLERK.call(() -> {
      record
          .transaction()
          .executeWithoutResult(status -> {
            record.audit.record(Act.of(ActKind.REPORT_PROGRESS, "一"));
            record.audit.record(Act.of(ActKind.REPORT_PROGRESS, "二"));
          });
      return true;
    });
    Long chains =
        record
            .sql()
            .sql("select count(distinct stream) from audit.entry")
            .query(Long.class)
            .single();
    assertThat(chains).isEqualTo(1);
    assertThat(record.verify().faults()).isEmpty();
  }

  @Test
  void many_writers_at_once_make_whole_chains() throws ExecutionException, InterruptedException {
    int writers = 40;
    int each = 20;
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        int writer = i;
        running.add(
            threads.submit(() -> {
              start.await();
              for (int act = 0; act < each; act++) {
                record.act("第 " + writer + " 人第 " + act + " 次");
              }
              return true;
            }));
      }
      start.countDown();
      // Roots are made meanwhile, as in a city at work.
      record.roots.join();
      record.roots.join();
      for (Future<?> one : running) {
        one.get();
      }
    }
    record.roots.join();
    Verification verification = record.verify();
    assertThat(verification.faults()).isEmpty();
    assertThat(verification.entries()).isEqualTo((long) writers * each);
  }

  /** Each remembers the ends it left; the other moves them, and so do acts of transactions. */
  @Test
  void two_servers_that_record_at_once_make_whole_chains()
      throws ExecutionException, InterruptedException {
    PlatformTransactionManager transactions = record.hall.get(PlatformTransactionManager.class);
    Audit other =
        new Audit(
            record.hall.get(Entries.class), record.hall.get(InstantSource.class), transactions);
    int writers = 12;
    int each = 25;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        Audit audit = i % 2 == 0 ? record.audit : other;
        running.add(
            threads.submit(() ->
                Chronicle.CLERK.call(() -> {
                  for (int act = 0; act < each; act++) {
                    audit.recordAlone(Act.of(ActKind.REPORT_PROGRESS, "单独"));
                    record
                        .transaction()
                        .executeWithoutResult(
                            status -> audit.record(Act.of(ActKind.SPLIT_TASK, "一起")));
                  }
                  return true;
                })));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    record.roots.join();
    Verification verification = record.verify();
    assertThat(verification.faults()).isEmpty();
    assertThat(verification.entries()).isEqualTo(2L * writers * each);
  }

  @Test
  void nothing_new_makes_no_root_and_something_new_makes_one() {
    record.roots.join();
    assertThat(record.verify().roots()).isZero();
    record.acts(1);
    record.roots.join();
    record.roots.join();
    assertThat(record.verify().roots()).isEqualTo(1);
  }

  @Test
  void a_root_whose_server_was_cut_off_before_it_anchored_is_anchored_later()
      throws java.io.IOException {
    record.acts(1);
    record.roots.join();
    record.acts(1);
    String first = java.nio.file.Files.readString(record.anchors());
    record.roots.join();
    // As if the second line had not reached the disk.
    java.nio.file.Files.writeString(record.anchors(), first);
    record.roots.join();
    assertThat(record.verify().anchors()).isEqualTo(2);
    assertThat(record.verify().faults()).isEmpty();
  }

  @Test
  void the_anchor_file_is_its_owners_alone() throws java.io.IOException {
    record.acts(1);
    record.roots.join();
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                java.nio.file.Files.getPosixFilePermissions(record.anchors())))
        .isEqualTo("rw-------");
  }
}
