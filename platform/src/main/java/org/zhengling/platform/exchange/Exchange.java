package org.zhengling.platform.exchange;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.exchange.adapter.Delivery;
import org.zhengling.platform.exchange.store.Agreements;
import org.zhengling.platform.exchange.store.AuthorisationRows;
import org.zhengling.platform.exchange.store.Sources;

/**
 * Asks sources about residents. What is not permitted is not sent; what a source does not answer is
 * unknown. It must not be called within a transaction: others are waited for.
 */
@Component
public class Exchange {
  /** Residents in one call to a source. */
  private static final int BATCH = 200;

  private static final int MARK_BYTES = 16;

  private final CurrentPost current;
  private final Sources sources;
  private final Agreements agreements;
  private final AuthorisationRows authorisations;
  private final Calls calls;
  private final Journal journal;
  private final BusinessDay day;
  private final SecureRandom random;

  Exchange(
      CurrentPost current,
      Sources sources,
      Agreements agreements,
      AuthorisationRows authorisations,
      Calls calls,
      Journal journal,
      BusinessDay day,
      SecureRandom random) {
    this.current = current;
    this.sources = sources;
    this.agreements = agreements;
    this.authorisations = authorisations;
    this.calls = calls;
    this.journal = journal;
    this.day = day;
    this.random = random;
  }

  private enum Mode {
    ONE,
    BATCH
  }

  /** Asks about one resident; the sources side by side. */
  public Replies ask(Enquiry enquiry) {
    return chunk(mayAsk(), List.of(enquiry), Mode.ONE).getFirst();
  }

  /** Asks about many residents, some hundreds in a call; replies come in the order of enquiries. */
  public List<Replies> askMany(List<Enquiry> enquiries) {
    SignedIn by = mayAsk();
    List<Replies> replies = new ArrayList<>();
    for (int from = 0; from < enquiries.size(); from += BATCH) {
      int to = Math.min(from + BATCH, enquiries.size());
      replies.addAll(chunk(by, enquiries.subList(from, to), Mode.BATCH));
    }
    return replies;
  }

  private SignedIn mayAsk() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Maybe an act asks other departments in its transaction");
    }
    return current.require(Permission.ASK_SOURCES);
  }

  /** A source that an enquiry names, and whether it may be asked. */
  private record Slot(Enquiry enquiry, Source source, Permit permit) {}

  private List<Replies> chunk(SignedIn by, List<Enquiry> enquiries, Mode mode) {
    List<Slot> slots = new ArrayList<>();
    enquiries.stream()
        .distinct()
        .collect(Collectors.groupingBy(Enquiry::purpose))
        .forEach((purpose, some) -> slots.addAll(judged(purpose(purpose), some, mode)));
    Map<Slot, Journal.Written> written = written(by, slots);
    Map<Slot, Answer> answers = new HashMap<>();
    slots.forEach(slot -> {
      if (slot.permit() instanceof Permit.Withheld(Answer.Reason reason, String explanation)) {
        answers.put(slot, new Answer.Unavailable(reason, explanation));
      }
    });
    answers.putAll(asked(by, written));
    return enquiries.stream().map(one -> replies(one, slots, written, answers)).toList();
  }

  private LegalPurpose purpose(String slug) {
    return sources.purposes().stream()
        .filter(one -> one.slug().equals(slug) && one.holdsOn(day.today()))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                Refusal.Kind.CALLER,
                "没有查询。“" + slug + "”不是在册有效的法定目的。",
                "申请和授权都保留着。",
                "请先由数据源管理人员登记法定目的和依据的条款。"));
  }

  private List<Slot> judged(LegalPurpose purpose, List<Enquiry> enquiries, Mode mode) {
    Set<String> slugs =
        enquiries.stream().flatMap(one -> one.sources().stream()).collect(Collectors.toSet());
    Map<String, Source> known = new LinkedHashMap<>();
    sources.bySlugs(slugs).forEach(source -> known.put(source.slug(), source));
    slugs.stream()
        .filter(slug -> !known.containsKey(slug))
        .findFirst()
        .ifPresent(slug -> {
          throw new Refusal(
              Refusal.Kind.CALLER, "没有查询。目录里没有来源“" + slug + "”。", "申请和授权都保留着。", "请从目录里选来源。");
        });
    Permits permits =
        new Permits(
            purpose,
            agreements.ofSources(slugs),
            authorisations.ofResidents(
                enquiries.stream().map(one -> one.subject().resident()).distinct().toList()),
            day.today());
    List<Slot> slots = new ArrayList<>();
    for (Enquiry enquiry : enquiries) {
      List<String> refused = new ArrayList<>();
      for (Source source : known.values()) {
        if (enquiry.sources().contains(source.slug())) {
          Permit permit = byWay(permits.of(enquiry, source), source, mode);
          slots.add(new Slot(enquiry, source, permit));
          if (permit instanceof Permit.Withheld withheld) {
            refused.add(withheld.explanation());
          }
        }
      }
      if (!refused.isEmpty()) {
        journal.refused(enquiry, purpose.name(), refused);
      }
    }
    return slots;
  }

  /** A source may be permitted and still not be one that can be asked in this way. */
  private static Permit byWay(Permit permit, Source source, Mode mode) {
    if (permit instanceof Permit.Withheld) {
      return permit;
    }
    String name = source.listing().name();
    if (source.way() instanceof Way.Letter) {
      return new Permit.Withheld(Answer.Reason.BY_LETTER, name + "没有接口，只能发函询问。收到复函后请人工登记。");
    }
    return mode == Mode.ONE
            && source.terms().timing() == Source.Timing.BATCH
            && !(source.way() instanceof Way.Folder)
        ? new Permit.Withheld(Answer.Reason.BATCH_ONLY, name + "只按批次查询。请用批量核对，或凭复函人工登记。")
        : permit;
  }

  private Map<Slot, Journal.Written> written(SignedIn by, List<Slot> slots) {
    Map<Slot, Journal.Written> written = new LinkedHashMap<>();
    Map<String, List<Slot>> byPurpose =
        slots.stream().collect(Collectors.groupingBy(slot -> slot.enquiry().purpose()));
    byPurpose.forEach((purpose, some) -> {
      Map<Journal.Ask, Slot> asks = new LinkedHashMap<>();
      for (Slot slot : some) {
        if (slot.permit() instanceof Permit.Granted granted) {
          asks.put(new Journal.Ask(slot.enquiry(), slot.source(), granted, mark()), slot);
        }
      }
      if (!asks.isEmpty()) {
        String name = purpose(purpose).name();
        for (Journal.Written one : journal.asked(by, List.copyOf(asks.keySet()), name)) {
          written.put(Objects.requireNonNull(asks.get(one.ask())), one);
        }
      }
    });
    return written;
  }

  private String mark() {
    byte[] mark = new byte[MARK_BYTES];
    random.nextBytes(mark);
    return HexFormat.of().formatHex(mark);
  }

  /** Each source in a thread of its own, as the person who asks; then all answers are written. */
  private Map<Slot, Answer> asked(SignedIn by, Map<Slot, Journal.Written> written) {
    Map<Source, List<Slot>> bySource =
        written.keySet().stream().collect(Collectors.groupingBy(Slot::source));
    Map<String, Calls.Ended> ended = new ConcurrentHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      bySource.forEach((source, slots) -> {
        List<Enquiry.Subject> subjects =
            slots.stream().map(slot -> slot.enquiry().subject()).distinct().toList();
        threads.execute(() ->
            ended.put(
                source.slug(),
                by.<Calls.Ended, RuntimeException>call(() -> calls.call(source, subjects, by))));
      });
    }
    Map<Slot, Answer> answers = new LinkedHashMap<>();
    List<Journal.Told> told = new ArrayList<>();
    Map<String, Journal.Went> went = new HashMap<>();
    written.forEach((slot, one) -> {
      Calls.Ended end = ended.getOrDefault(slot.source().slug(), STOPPED);
      Answer answer = answer(slot, end);
      answers.put(slot, answer);
      told.add(told(one, answer, end));
      went.put(slot.source().slug(), went(slot.source(), end));
    });
    if (!told.isEmpty()) {
      journal.answered(told, went);
    }
    return answers;
  }

  /** A thread that ended without a word: a bug of ours, and no answer. */
  private static final Calls.Ended STOPPED =
      new Calls.Ended.Failed(Answer.Reason.STOPPED, "查询没有做完。", 0);

  private Answer answer(Slot slot, Calls.Ended end) {
    String name = slot.source().listing().name();
    return switch (end) {
      case Calls.Ended.Delivered(Delivery delivery, int _) ->
          Reading.of(slot.source(), slot.enquiry(), delivery, day.today());
      case Calls.Ended.Failed(Answer.Reason reason, String what, int tries) ->
          new Answer.Unavailable(
              reason,
              name
                  + "："
                  + what
                  + (tries > 1 ? "已重试 " + (tries - 1) + " 次。" : "")
                  + "可以重新询问，或凭复函人工登记。");
      case Calls.Ended.Resting() ->
          new Answer.Unavailable(Answer.Reason.RESTING, name + "连续没有答复，暂停询问，稍后自动再试。可以凭复函人工登记。");
    };
  }

  private static Journal.Told told(Journal.Written written, Answer answer, Calls.Ended end) {
    return switch (end) {
      case Calls.Ended.Delivered(Delivery delivery, int tries) ->
          new Journal.Told(written, answer, tries, delivery.messageDigest(), null);
      case Calls.Ended.Failed(Answer.Reason _, String _, int tries) ->
          new Journal.Told(written, answer, tries, null, null);
      case Calls.Ended.Resting() -> new Journal.Told(written, answer, 0, null, null);
    };
  }

  private static Journal.Went went(Source source, Calls.Ended end) {
    return switch (end) {
      case Calls.Ended.Delivered _ -> new Journal.Went.Well();
      case Calls.Ended.Failed(Answer.Reason reason, String what, int _) ->
          reason == Answer.Reason.STOPPED
              ? new Journal.Went.NotAtAll()
              : new Journal.Went.Badly(what, source.limits().opensAfter());
      case Calls.Ended.Resting() -> new Journal.Went.NotAtAll();
    };
  }

  private static Replies replies(
      Enquiry enquiry,
      List<Slot> slots,
      Map<Slot, Journal.Written> written,
      Map<Slot, Answer> answers) {
    List<Replies.Reply> replies = new ArrayList<>();
    for (Slot slot : slots) {
      if (slot.enquiry().equals(enquiry)) {
        Journal.Written one = written.get(slot);
        replies.add(
            new Replies.Reply(
                slot.source().slug(),
                slot.source().listing().name(),
                slot.source().listing().department(),
                one == null ? null : one.id(),
                Objects.requireNonNull(answers.get(slot))));
      }
    }
    return new Replies(enquiry, replies);
  }
}
