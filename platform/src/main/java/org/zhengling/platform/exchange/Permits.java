package org.zhengling.platform.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges by agreements and authorisations whether sources may be asked. Everything that is missing
 * is told at once: what, what is kept, what to do, by which clause.
 */
final class Permits {
  private final LegalPurpose purpose;
  private final List<Agreement> agreements;
  private final List<Authorisation> authorisations;
  private final LocalDate today;

  Permits(
      LegalPurpose purpose,
      List<Agreement> agreements,
      List<Authorisation> authorisations,
      LocalDate today) {
    this.purpose = purpose;
    this.agreements = agreements;
    this.authorisations = authorisations;
    this.today = today;
  }

  /** What is missing and what to do about it. */
  private record Lack(String what, String todo) {}

  Permit of(Enquiry enquiry, Source source) {
    List<Lack> lacks = new ArrayList<>();
    listed(source).ifPresent(lacks::add);
    List<Agreement> signed =
        agreements.stream().filter(one -> one.source().equals(source.slug())).toList();
    Optional<Agreement> agreement =
        signed.stream()
            .filter(one -> one.holdsOn(today) && one.purposes().contains(purpose.slug()))
            .findFirst();
    if (agreement.isEmpty()) {
      lacks.add(withoutAgreement(source, signed));
    }
    Optional<Authorisation> authorisation = authorisation(enquiry, source);
    if (source.terms().consent() == Source.Consent.REQUIRED && authorisation.isEmpty()) {
      lacks.add(withoutAuthorisation(enquiry, source));
    }
    if (!lacks.isEmpty()) {
      return withheld(lacks);
    }
    return new Permit.Granted(
        agreement.orElseThrow().id(), authorisation.map(Authorisation::id).orElse(null));
  }

  /** An official letter needs no agreement; the resident's authorisation it needs as well. */
  Permit byLetter(Enquiry enquiry, Source source) {
    Optional<Authorisation> authorisation = authorisation(enquiry, source);
    if (source.terms().consent() == Source.Consent.REQUIRED && authorisation.isEmpty()) {
      return withheld(List.of(withoutAuthorisation(enquiry, source)));
    }
    return new Permit.Granted(null, authorisation.map(Authorisation::id).orElse(null));
  }

  private Optional<Lack> listed(Source source) {
    LocalDate retired = source.retiredOn();
    if (retired != null && !today.isBefore(retired)) {
      return Optional.of(
          new Lack("“" + source.listing().name() + "”从 " + retired + " 起不再使用", "请从目录里另选来源"));
    }
    return source.terms().sharing() == Source.Sharing.WITHHELD
        ? Optional.of(
            new Lack(
                source.listing().department() + "的“" + source.listing().name() + "”列为不予共享",
                "请改用公函询问"))
        : Optional.empty();
  }

  private Lack withoutAgreement(Source source, List<Agreement> signed) {
    String with = "与" + source.listing().department() + "的共享协议";
    Optional<Agreement> inForce = signed.stream().filter(one -> one.holdsOn(today)).findFirst();
    if (inForce.isPresent()) {
      return new Lack(with + "没有写“" + purpose.name() + "”这个目的", "请先补签协议，或改用公函询问");
    }
    Optional<Agreement> ended =
        signed.stream()
            .filter(one -> !today.isBefore(one.endDay()))
            .max(Comparator.comparing(Agreement::endDay));
    if (ended.isPresent()) {
      return new Lack(with + "已于 " + ended.get().lastDay() + " 到期", "请先续签协议，或改用公函询问");
    }
    return signed.isEmpty()
        ? new Lack("与" + source.listing().department() + "还没有共享协议", "请先签订协议，或改用公函询问")
        : new Lack(with + "从 " + signed.getLast().firstDay() + " 起才生效", "请等协议生效，或改用公函询问");
  }

  private boolean concerns(Authorisation one, Enquiry enquiry, Source source) {
    return one.resident() == enquiry.subject().resident()
        && one.inCase().file() == enquiry.inCase().file()
        && one.sources().contains(source.slug());
  }

  private Optional<Authorisation> authorisation(Enquiry enquiry, Source source) {
    return authorisations.stream()
        .filter(one -> concerns(one, enquiry, source) && one.holdsOn(today))
        .findFirst();
  }

  private Lack withoutAuthorisation(Enquiry enquiry, Source source) {
    Optional<Authorisation> past =
        authorisations.stream().filter(one -> concerns(one, enquiry, source)).findFirst();
    if (past.isEmpty()) {
      return new Lack("这件案件里还没有本人对“" + source.listing().name() + "”的查询授权", "请先登记本人签署的授权书");
    }
    LocalDate withdrawn = past.get().withdrawnOn();
    if (withdrawn != null) {
      return new Lack("本人已于 " + withdrawn + " 撤回授权", "请与本人联系；没有新的授权就不能查询");
    }
    return today.isBefore(past.get().givenOn())
        ? new Lack("授权从 " + past.get().givenOn() + " 起才有效", "请核对授权日期")
        : new Lack("本人的授权已于 " + past.get().endDay().minusDays(1) + " 到期", "请请本人重新签署授权书");
  }

  private Permit.Withheld withheld(List<Lack> lacks) {
    List<String> whats = lacks.stream().map(Lack::what).toList();
    List<String> todos = lacks.stream().map(Lack::todo).distinct().toList();
    return new Permit.Withheld(
        Answer.Reason.NOT_PERMITTED,
        "没有查询。"
            + String.join("；", whats)
            + "。申请和授权都保留着。"
            + String.join("；", todos)
            + "。〔"
            + purpose.clause()
            + "〕");
  }
}
