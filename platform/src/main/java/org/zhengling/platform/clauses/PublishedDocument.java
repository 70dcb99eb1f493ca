package org.zhengling.platform.clauses;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The current edition of a published document. */
public record PublishedDocument(
    String number,
    int edition,
    String title,
    String issuer,
    String kind,
    @Nullable LocalDate dateWritten,
    @Nullable LocalDate datePrinted,
    int clauses,
    boolean sample) {

  /** The title without the issuer in front, as a list shows it. */
  public String shortTitle() {
    return title.startsWith(issuer) && title.length() > issuer.length()
        ? title.substring(issuer.length())
        : title;
  }
}
