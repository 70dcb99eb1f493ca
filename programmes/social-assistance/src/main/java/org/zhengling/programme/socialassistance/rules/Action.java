package org.zhengling.programme.socialassistance.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.zhengling.engine.quantity.Money;

/**
 * One step of a case that changes where it stands. What a step carries beside this (declarations,
 * reports, photos) lies in documents that it names by digest.
 */
public sealed interface Action {

  /** Day it took effect. */
  LocalDate on();

  /** The application was taken at the counter. */
  record Accepted(LocalDate on, Edition edition, Residence residence) implements Action {}

  /** The family was asked for a paper that no source can answer; the clock stands still. */
  record PapersAsked(LocalDate on, List<Paper> papers) implements Action {
    public PapersAsked {
      papers = List.copyOf(papers);
    }
  }

  /** It brought them. */
  record PapersBrought(LocalDate on) implements Action {}

  /**
   * The sources were asked and a report was made.
   *
   * @param report digest of the report
   * @param validUntil last day it may be used
   */
  record Checked(LocalDate on, String report, LocalDate validUntil) implements Action {}

  /**
   * Two surveyors or more were at the home.
   *
   * @param survey identifier that the surveyors' device gave it
   */
  record Surveyed(LocalDate on, String survey) implements Action {}

  /** The village appraised the declaration. */
  record Appraised(LocalDate on, Appraisal appraisal) implements Action {}

  /** The county will visit the home itself: drawn, or a relative of staff, or a complaint. */
  record VisitAsked(LocalDate on, String ground) implements Action {}

  /** The county visited the home itself. */
  record Visited(LocalDate on, String survey) implements Action {}

  /**
   * The opinion was posted.
   *
   * @param notice number of the notice
   * @param lastDay last day of the posting
   */
  record Posted(LocalDate on, long notice, LocalDate lastDay) implements Action {}

  /** Somebody objected: the case goes back to the survey. */
  record Objected(LocalDate on, String ground) implements Action {}

  /** The posting ended without an objection that still stands. */
  record PostingEnded(LocalDate on) implements Action {}

  /**
   * The allowance was granted.
   *
   * @param monthly what is paid each month
   * @param from first month it is paid for
   */
  record Granted(LocalDate on, Money monthly, YearMonth from) implements Action {}

  /** It was refused; the reasons lie with the decision. */
  record Refused(LocalDate on) implements Action {}

  /** The refusal was handed over in writing. */
  record RefusalDelivered(LocalDate on) implements Action {}

  /** The family took its application back. */
  record Withdrawn(LocalDate on) implements Action {}
}
