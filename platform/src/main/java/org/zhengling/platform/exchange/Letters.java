package org.zhengling.platform.exchange;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.CurrentPost;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.access.Permission;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.exchange.store.AuthorisationRows;
import org.zhengling.platform.exchange.store.Sources;

/**
 * Replies that came on paper: a named officer enters what the letter says, with the digest of the
 * scan. The resident's authorisation is needed as for every other enquiry; an agreement is not.
 */
@Component
public class Letters {
  private static final int LONGEST_NUMBER = 80;
  private static final int MARK_BYTES = 16;

  private final CurrentPost current;
  private final Sources sources;
  private final AuthorisationRows authorisations;
  private final Journal journal;
  private final BusinessDay day;
  private final SecureRandom random;

  Letters(
      CurrentPost current,
      Sources sources,
      AuthorisationRows authorisations,
      Journal journal,
      BusinessDay day,
      SecureRandom random) {
    this.current = current;
    this.sources = sources;
    this.authorisations = authorisations;
    this.journal = journal;
    this.day = day;
    this.random = random;
  }

  /**
   * A letter that is about to be entered.
   *
   * @param enquiry what was asked, of one source
   * @param number of the letter, as printed on it
   * @param digest SM3 of the scan, kept among the documents of the case
   * @param answer what the letter says; records by the fields of the source
   */
  public record Draft(
      Enquiry enquiry, String number, LocalDate date, String digest, Answer answer) {}

  /** Enters it and returns the number of the look. */
  @Transactional
  public long enter(Draft draft) {
    SignedIn by = current.require(Permission.ASK_SOURCES);
    Source source = source(draft.enquiry());
    LegalPurpose purpose = purpose(draft.enquiry().purpose());
    Map<String, String> problems = problems(draft, source);
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    Permits permits =
        new Permits(
            purpose,
            List.of(),
            authorisations.ofResidents(List.of(draft.enquiry().subject().resident())),
            day.today());
    return switch (permits.byLetter(draft.enquiry(), source)) {
      case Permit.Withheld(Answer.Reason _, String explanation) ->
          throw new Refusal(Refusal.Kind.CONFLICT, explanation, "复函请先存入案卷。");
      case Permit.Granted granted -> write(draft, source, granted, by, purpose);
    };
  }

  private long write(
      Draft draft, Source source, Permit.Granted granted, SignedIn by, LegalPurpose purpose) {
    byte[] mark = new byte[MARK_BYTES];
    random.nextBytes(mark);
    Journal.Ask ask =
        new Journal.Ask(draft.enquiry(), source, granted, HexFormat.of().formatHex(mark));
    return journal.byLetter(
        by,
        ask,
        draft.answer(),
        new Answered.LetterHead(
            draft.number().strip(), draft.date(), draft.digest(), by.personId(), by.name()),
        purpose.name());
  }

  private Source source(Enquiry enquiry) {
    if (enquiry.sources().size() != 1) {
      throw new IllegalArgumentException("A letter answers for one source");
    }
    return sources
        .bySlug(enquiry.sources().iterator().next())
        .orElseThrow(() -> new Refusal(Refusal.Kind.CALLER, "没有登记。目录里没有这个来源。", "请从目录里选来源。"));
  }

  private LegalPurpose purpose(String slug) {
    return sources.purposes().stream()
        .filter(one -> one.slug().equals(slug) && one.holdsOn(day.today()))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.CALLER, "没有登记。“" + slug + "”不是在册有效的法定目的。", "请先登记法定目的。"));
  }

  private Map<String, String> problems(Draft draft, Source source) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (draft.number().isBlank() || draft.number().length() > LONGEST_NUMBER) {
      problems.put("number", "请写复函文号，最多 " + LONGEST_NUMBER + " 个字。");
    }
    if (draft.date().isAfter(day.today())) {
      problems.put("date", "复函日期在将来，请改成函上的日期。");
    }
    if (!Agreement.Draft.DIGEST.matcher(draft.digest()).matches()) {
      problems.put("document", "还没有复函原件，请先上传扫描件。");
    }
    if (draft.answer() instanceof Answer.Unavailable) {
      problems.put("answer", "复函要写明有或者无。对方没有答复就不用登记。");
    }
    Set<String> fields = Set.copyOf(source.items().stream().map(Item::field).toList());
    if (draft.answer().given().stream()
        .anyMatch(record -> !record.values().keySet().equals(fields))) {
      problems.put("records", "每条记录要写全这个来源的信息项，函上没有的写未填。");
    }
    return problems;
  }
}
