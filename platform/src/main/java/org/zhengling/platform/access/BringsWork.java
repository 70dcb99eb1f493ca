package org.zhengling.platform.access;

import java.util.List;

/**
 * A capability that lays work on the desks of posts. "My work" puts what all of them bring into one
 * list; none needs to know another.
 */
public interface BringsWork {
  /** What waits for the post in use, the most pressing first; at most some hundred lines. */
  List<WorkLine> waitingFor(SignedIn who);

  /**
   * Where all of it is listed, and how much there is; what is not among the lines is found there.
   */
  Rest all(SignedIn who);

  /**
   * All that waits.
   *
   * @param href of the whole list
   */
  record Rest(String what, long count, String href) {}
}
