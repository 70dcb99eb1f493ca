package org.zhengling.platform.jobs;

import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.platform.jobs.store.JobTable;

/** Plans work for later, in the transaction of the act that needs it: both are kept, or neither. */
@Component
public class Jobs {
  private static final int LONGEST_KEY = 100;

  private final JobTable table;
  private final ObjectProvider<OneOffJob> kinds;

  /** The kinds are asked for late: their acts may lean on whoever plans them. */
  Jobs(JobTable table, ObjectProvider<OneOffJob> kinds) {
    this.table = table;
    this.kinds = kinds;
  }

  /**
   * Plans one run, or moves the one that waits already under this key.
   *
   * @param name of a {@link OneOffJob}
   * @param key what it is for, a number or a code, never a name: 17
   * @return false where a server is doing just this at the moment: its act decides what comes next
   */
  @Transactional(propagation = Propagation.REQUIRED)
  public boolean plan(String name, String key, Instant when) {
    known(name);
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("No key of a job: " + key.length() + " characters");
    }
    return table.plan(name, key, when);
  }

  /** Takes back what waits under this key; false where nothing waits, or it is being done. */
  @Transactional(propagation = Propagation.REQUIRED)
  public boolean cancel(String name, String key) {
    known(name);
    return table.cancel(name, key);
  }

  private void known(String name) {
    if (kinds.stream().noneMatch(kind -> kind.name().equals(name))) {
      throw new IllegalStateException("Maybe the bean of this job is missing: " + name);
    }
  }
}
