package org.zhengling.platform.audit;

import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.platform.CityHall;

/** An audit with some acts in it, and somebody who owns the database and means no good. */
final class Chronicle implements AutoCloseable {
  static final Actor CLERK = new Actor.Official(17, "张三", 4, "任城区填报岗", CityHall.RENCHENG, false);

  final CityHall hall = new CityHall();
  final Audit audit = hall.get(Audit.class);
  final AuditRoots roots = hall.get(AuditRoots.class);

  Verification verify() {
    return hall.get(AuditVerifier.class).verify();
  }

  /** So many acts, spread over the chains in turn. */
  Chronicle acts(int count) {
    for (int i = 0; i < count; i++) {
      act("第 " + i + " 项任务");
    }
    return this;
  }

  void act(String about) {
    CLERK.call(() -> {
      audit.recordAlone(Act.of(ActKind.REPORT_PROGRESS, about));
      return true;
    });
  }

  TransactionTemplate transaction() {
    return new TransactionTemplate(hall.get(PlatformTransactionManager.class));
  }

  /** As the owner of the database, past every trigger. */
  int asOwner(String... statements) {
    TransactionTemplate whole = new TransactionTemplate(owner());
    Integer rows =
        whole.execute(status -> {
          sql().sql("set local session_replication_role = replica").update();
          int changed = 0;
          for (String one : statements) {
            changed += sql().sql(one).update();
          }
          return changed;
        });
    return java.util.Objects.requireNonNull(rows);
  }

  private final javax.sql.DataSource behind = hall.behind();
  private final PlatformTransactionManager owner =
      new org.springframework.jdbc.support.JdbcTransactionManager(behind);

  private PlatformTransactionManager owner() {
    return owner;
  }

  JdbcClient sql() {
    return JdbcClient.create(behind);
  }

  Path anchors() {
    return hall.anchors().resolve("roots.txt");
  }

  List<String> places(Verification verification) {
    return verification.faults().stream().map(Verification.Fault::place).toList();
  }

  @Override
  public void close() {
    hall.close();
  }
}
