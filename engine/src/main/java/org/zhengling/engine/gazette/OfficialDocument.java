package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One official document (公文).
 *
 * @param number the full number, 济政字〔2020〕53号: two documents of a year may share "53号", so it is
 *     never shortened; empty when the text prints none
 * @param series the number without year and count, 济政字; empty when the text prints none
 * @param title title on one line, as printed, without line breaks
 * @param issuer who issued it, as printed in its head
 * @param kind 通知, 意见, 方案, 批复, 函 …, the last such word of the title; empty when there is none
 * @param addressees to whom it is addressed, as printed
 * @param dateWritten the day of signature (成文日期)
 * @param datePrinted the day of printing (印发日期)
 * @param basis other documents it cites, each once, in the order of the text
 * @param annexes annexes it names
 * @param clauses the clause tree in the order of the text; a path names its parents
 * @param tasks what it orders, in the order of the text
 * @param indicators the figures it sets, in the order of the text
 * @param references where its clauses point to other documents or clauses, in the order of the text
 * @param confidence how sure its head was read, in percent
 */
public record OfficialDocument(
    String number,
    String series,
    String title,
    String issuer,
    String kind,
    List<String> addressees,
    @Nullable LocalDate dateWritten,
    @Nullable LocalDate datePrinted,
    List<Citation> basis,
    List<Annex> annexes,
    List<Clause> clauses,
    List<OrderedTask> tasks,
    List<Indicator> indicators,
    List<Reference> references,
    int confidence,
    Place place) {
  public OfficialDocument {
    addressees = List.copyOf(addressees);
    basis = List.copyOf(basis);
    annexes = List.copyOf(annexes);
    clauses = List.copyOf(clauses);
    tasks = List.copyOf(tasks);
    indicators = List.copyOf(indicators);
    references = List.copyOf(references);
    Confidences.check(confidence);
  }

  /** A document cited by title, number or both; the missing part is empty. */
  public record Citation(String title, String number, Place place) {}

  /** An annex (附件) and whether this text prints it. */
  public record Annex(String title, boolean printed, Place place) {}
}
