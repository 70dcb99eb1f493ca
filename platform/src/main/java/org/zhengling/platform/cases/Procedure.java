package org.zhengling.platform.cases;

import java.time.LocalDate;
import java.util.List;

/**
 * How one kind of matter is carried out; a programme offers it as a bean. What its actions mean
 * stays with the programme.
 */
public interface Procedure {
  /** Its identifier, small letters: kept with every case. */
  String slug();

  /** What people call it. */
  String chinese();

  /** One character for the number of the case: 救. */
  String character();

  /** The clocks as the law gives them on that day. */
  List<ClockRule> clocks(LocalDate on);

  /** Where a closed case goes on when it is opened again. */
  Standing reopened();
}
