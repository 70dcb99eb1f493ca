package org.zhengling.platform.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came back on an enquiry: one reply from each source that it named, in their order. */
public record Replies(Enquiry enquiry, List<Reply> replies) {
  public Replies {
    replies = List.copyOf(replies);
  }

  /**
   * The reply of one source.
   *
   * @param enquiry number of the look in the chain; absent where nothing was sent because it is not
   *     permitted
   * @param sourceName Chinese name of the source
   */
  public record Reply(
      String source, String sourceName, String department, @Nullable Long enquiry, Answer answer) {}

  /** The answer of a source that the enquiry named. */
  public Answer answer(String source) {
    return replies.stream()
        .filter(reply -> reply.source().equals(source))
        .findFirst()
        .map(Reply::answer)
        .orElseThrow(() -> new IllegalStateException("Maybe " + source + " was not asked"));
  }
}
