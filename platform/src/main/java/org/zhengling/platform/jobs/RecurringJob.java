package org.zhengling.platform.jobs;

/**
 * Work done again and again by one server at a time. A module offers it as a bean. The act runs as
 * the program, in the scope of the whole city and without a transaction of its own; it does what is
 * due, so that a second run right after the first finds nothing left. That makes it safe when a
 * server ends in the middle and another one starts over.
 *
 * @param name kind of job, once in the whole program: {@code audit-roots}
 * @param chinese what it does, as the audit names it: 汇总审计链
 */
public record RecurringJob(String name, String chinese, Rhythm rhythm, Runnable act) {
  public RecurringJob {
    JobName.check(name);
  }
}
