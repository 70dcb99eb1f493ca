package org.zhengling.platform.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;
import org.zhengling.platform.exchange.store.Bodies;
import org.zhengling.platform.exchange.store.Chains;
import org.zhengling.platform.exchange.store.HealthRows;
import org.zhengling.platform.keys.Sm3;

/**
 * Writes enquiries down before they are sent, and answers when they came: each in the chain of its
 * source, body sealed. Both are transactions of their own, so that no enquiry is ever lost with an
 * act that fails later.
 */
@Component
public class Journal {
  private final Chains chains;
  private final Bodies bodies;
  private final HealthRows health;
  private final InstantSource clock;
  private final Audit audit;

  Journal(Chains chains, Bodies bodies, HealthRows health, InstantSource clock, Audit audit) {
    this.chains = chains;
    this.bodies = bodies;
    this.health = health;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * An enquiry to one source that is permitted.
   *
   * @param mark random, kept with request and reply
   */
  record Ask(Enquiry enquiry, Source source, Permit.Granted permit, String mark) {}

  /** An enquiry that is written down. */
  record Written(long id, Ask ask) {}

  /**
   * An answer to it.
   *
   * @param message SM3 of what the source sent, or absent
   */
  record Told(
      Written written,
      Answer answer,
      int tries,
      @Nullable String message,
      Answered.@Nullable LetterHead letter) {}

  /** How a call to a source went, for its health. */
  sealed interface Went {
    record Well() implements Went {}

    record Badly(String what, int opensAfter) implements Went {}

    /** It was not called. */
    record NotAtAll() implements Went {}
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Chains are taken in the order of their names, so that two of us never wait for each other. */
  private static <T> Map<String, List<T>> bySource(
      List<T> all, java.util.function.Function<T, String> source) {
    return all.stream().collect(Collectors.groupingBy(source, TreeMap::new, Collectors.toList()));
  }

  /** Writes enquiries into their chains; from then on they count as looks at the resident. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public List<Written> asked(SignedIn by, List<Ask> asks, String purposeName) {
    List<Asked> links = new ArrayList<>();
    List<Written> written = ask(by, asks, links);
    audit.record(
        act(ActKind.ASK_SOURCES, asks, purposeName)
            .carrying(links.stream().map(Asked::digest).collect(Collectors.joining("\n"))));
    return written;
  }

  /** Adds the links that it makes to the list. */
  private List<Written> ask(SignedIn by, List<Ask> asks, List<Asked> links) {
    Instant at = now();
    List<Written> written = new ArrayList<>();
    List<Bodies.Open> requests = new ArrayList<>();
    List<Long> numbers = chains.numbers(asks.size());
    for (Map.Entry<String, List<Ask>> chain :
        bySource(asks, ask -> ask.source().slug()).entrySet()) {
      Chains.Head head = chains.take(chain.getKey());
      for (Ask ask : chain.getValue()) {
        byte[] request = MessageForm.request(ask.enquiry(), chain.getKey(), ask.mark());
        Asked link = link(numbers.get(links.size()), ask, head, at, by, Sm3.hex(request));
        head = new Chains.Head(link.seq(), link.digest());
        links.add(link);
        CaseReference inCase = ask.enquiry().inCase();
        requests.add(new Bodies.Open(link.id(), null, inCase.area(), inCase.file(), request));
        written.add(new Written(link.id(), ask));
      }
    }
    chains.addAsked(links);
    bodies.add(requests, at);
    return written;
  }

  private static Asked link(
      long id, Ask ask, Chains.Head head, Instant at, SignedIn by, String request) {
    Enquiry enquiry = ask.enquiry();
    return new Asked(
        id,
        ask.source().slug(),
        head.length() + 1,
        head.digest(),
        at,
        enquiry.inCase(),
        enquiry.subject().resident(),
        enquiry.purpose(),
        ask.permit().agreement(),
        ask.permit().authorisation(),
        by.personId(),
        by.name(),
        by.post().id(),
        by.post().title(),
        request);
  }

  private static Act act(ActKind kind, List<Ask> asks, String purposeName) {
    List<Long> residents =
        asks.stream().map(ask -> ask.enquiry().subject().resident()).distinct().toList();
    List<String> cases =
        asks.stream().map(ask -> ask.enquiry().inCase().number()).distinct().toList();
    String names =
        asks.stream()
            .map(ask -> ask.source().listing().name())
            .distinct()
            .collect(Collectors.joining("、"));
    Act act = Act.of(kind, names).forPurpose(purposeName).concerning(residents);
    return cases.size() == 1 ? act.inCase(cases.getFirst()) : act;
  }

  /** What was not asked, and why: it is recorded whatever happens next. */
  void refused(Enquiry enquiry, String purposeName, List<String> why) {
    audit.recordAlone(
        Act.of(ActKind.ASK_SOURCES, why.size() + " 个来源")
            .forPurpose(purposeName)
            .concerning(enquiry.subject().resident())
            .inCase(enquiry.inCase().number())
            .refused(String.join("", why)));
  }

  /**
   * Writes answers into their chains.
   *
   * @param went how each source was, by its name
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void answered(List<Told> told, Map<String, Went> went) {
    append(told);
    new TreeMap<>(went).forEach(this::note);
  }

  /** What a letter asked and answered, both at once; returns the number of the enquiry. */
  @Transactional
  public long byLetter(
      SignedIn by, Ask ask, Answer answer, Answered.LetterHead letter, String purposeName) {
    Written written = ask(by, List.of(ask), new ArrayList<>()).getFirst();
    append(List.of(new Told(written, answer, 0, null, letter)));
    audit.record(act(ActKind.ENTER_LETTER, List.of(ask), purposeName).carrying(letter.digest()));
    return written.id();
  }

  private void append(List<Told> told) {
    Instant at = now();
    List<Answered> links = new ArrayList<>();
    List<Bodies.Open> replies = new ArrayList<>();
    List<Long> numbers = chains.numbers(told.size());
    for (Map.Entry<String, List<Told>> chain :
        bySource(told, one -> one.written().ask().source().slug()).entrySet()) {
      Chains.Head head = chains.take(chain.getKey());
      for (Told one : chain.getValue()) {
        byte[] reply = MessageForm.reply(one.answer(), one.written().ask().mark(), one.message());
        Answered link = link(numbers.get(links.size()), one, head, at, Sm3.hex(reply));
        head = new Chains.Head(link.seq(), link.digest());
        links.add(link);
        replies.add(
            new Bodies.Open(
                link.enquiry(), link.id(), link.inCase().area(), link.inCase().file(), reply));
      }
    }
    chains.addAnswered(links);
    bodies.add(replies, at);
  }

  private static Answered link(long id, Told told, Chains.Head head, Instant at, String reply) {
    Enquiry enquiry = told.written().ask().enquiry();
    LocalDate asOf =
        switch (told.answer()) {
          case Answer.Found found -> found.asOf();
          case Answer.NotThere none -> none.asOf();
          case Answer.Stale stale -> stale.asOf();
          case Answer.Unavailable _ -> null;
        };
    Answer.Unavailable none = told.answer() instanceof Answer.Unavailable u ? u : null;
    return new Answered(
        id,
        told.written().id(),
        told.written().ask().source().slug(),
        head.length() + 1,
        head.digest(),
        at,
        new Answered.CaseFile(
            enquiry.inCase().area(), enquiry.inCase().file(), enquiry.subject().resident()),
        Answered.Outcome.of(told.answer()),
        asOf,
        none == null ? null : none.reason(),
        none == null ? "" : none.explanation(),
        told.answer().given().size(),
        told.tries(),
        reply,
        told.letter());
  }

  private void note(String source, Went went) {
    switch (went) {
      case Went.Well() -> health.answered(source, now());
      case Went.Badly(String what, int opensAfter) ->
          health.failed(source, what, now(), opensAfter);
      case Went.NotAtAll() -> {
        // Its health is not known better than before.
      }
    }
  }
}
