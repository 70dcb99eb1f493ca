package org.zhengling.platform.access;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a browser's session remembers of a sign-in. Everything else is read again with each request,
 * so that an ended post or a new password counts at once.
 */
public record Session(long personId, long postId, Instant passwordSetAt) implements Serializable {
  /** Attribute of the browser's session that holds it. */
  public static final String KEY = Session.class.getName();
}
