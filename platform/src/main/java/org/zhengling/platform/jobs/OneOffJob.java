package org.zhengling.platform.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A kind of work that is planned for one thing at one time, with {@link Jobs#plan}. A module offers
 * it as a bean. The act runs as the program, in the scope of the whole city, in one transaction
 * that also strikes the job off: what it writes there is done exactly once, also when a server is
 * killed in the middle or was only thought dead. What it commits on its own may happen twice.
 *
 * @param name kind of job, once in the whole program: {@code enquiry-retry}
 * @param chinese what it does, as the audit names it: 重新询问
 * @param act is given the key it was planned with; answers when to try again, or nothing when it is
 *     done. A fault rolls back and is tried again after a growing pause
 */
public record OneOffJob(String name, String chinese, Function<String, Optional<Instant>> act) {
  public OneOffJob {
    JobName.check(name);
  }

  /** Work that is done when it has run. */
  public static OneOffJob once(String name, String chinese, Consumer<String> act) {
    return new OneOffJob(
        name,
        chinese,
        key -> {
          act.accept(key);
          return Optional.empty();
        });
  }
}
