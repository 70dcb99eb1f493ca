package org.zhengling.platform.exchange;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.exchange.adapter.Adapter;
import org.zhengling.platform.exchange.adapter.Delivery;
import org.zhengling.platform.exchange.adapter.SourceFailure;
import org.zhengling.platform.exchange.adapter.SourceFailure.Outlook;
import org.zhengling.platform.exchange.store.HealthRows;

/**
 * Calls one source: within its limit, again when the failure may pass and never more often than the
 * catalogue allows, and not at all while it is left alone.
 */
@Component
class Calls {
  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

  private final Map<Way.Kind, Adapter> adapters = new EnumMap<>(Way.Kind.class);
  private final HealthRows health;
  private final InstantSource clock;

  Calls(List<Adapter> adapters, HealthRows health, InstantSource clock) {
    adapters.forEach(adapter -> this.adapters.put(adapter.kind(), adapter));
    this.health = health;
    this.clock = clock;
  }

  /** How it ended. */
  sealed interface Ended {
    record Delivered(Delivery delivery, int tries) implements Ended {}

    record Failed(Answer.Reason reason, String what, int tries) implements Ended {}

    /** It was not called, because it failed too often; one call will try it later. */
    record Resting() implements Ended {}
  }

  Ended call(Source source, List<Enquiry.Subject> subjects, SignedIn by) {
    Source.Limits limits = source.limits();
    if (!health.isClosed(source.slug())
        && !health.mayProbe(source.slug(), clock.instant(), limits.rest(), probe(limits))) {
      return new Ended.Resting();
    }
    int tries = 0;
    while (true) {
      tries++;
      try {
        return new Ended.Delivered(within(source, subjects, by), tries);
      } catch (SourceFailure failure) {
        if (!failure.mayPass() || tries > limits.retries()) {
          return new Ended.Failed(failure.reason(), failure.what(), tries);
        }
      }
    }
  }

  /** How long all tries together may take. */
  private static Duration probe(Source.Limits limits) {
    return limits.answer().multipliedBy(limits.retries() + 1L);
  }

  /** A try in a thread of its own, which is interrupted when the time is over. */
  private Delivery within(Source source, List<Enquiry.Subject> subjects, SignedIn by)
      throws SourceFailure {
    Adapter adapter = adapters.get(source.way().kind());
    if (adapter == null) {
      throw new SourceFailure(Answer.Reason.BY_LETTER, Outlook.LASTING, "这个来源没有接口，只能发函询问。");
    }
    FutureTask<Delivery> attempt =
        new FutureTask<>(
            () -> by.<Delivery, SourceFailure>call(() -> adapter.ask(source, subjects)));
    Thread.ofVirtual().name("ask " + source.slug()).start(attempt);
    try {
      return attempt.get(source.limits().answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SourceFailure(Answer.Reason.NO_ANSWER, Outlook.PASSING, "对方没有在时限内答复。");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceFailure(Answer.Reason.STOPPED, Outlook.LASTING, "服务正在停止，没有等到答复。");
    } catch (ExecutionException e) {
      throw failure(source, Objects.requireNonNullElse(e.getCause(), e));
    } finally {
      attempt.cancel(true);
    }
  }

  /** A fault of one adapter takes nothing from the other sources. */
  private static SourceFailure failure(Source source, Throwable cause) {
    if (cause instanceof SourceFailure failure) {
      return failure;
    }
    LOG.atError()
        .addKeyValue("source", source.slug())
        .addKeyValue("fault", cause.getClass().getName())
        .log("Maybe an adapter met an answer it does not know");
    return new SourceFailure(Answer.Reason.BROKEN, Outlook.LASTING, "答复没有读成。");
  }
}
