package org.zhengling.platform.clauses.draft;

import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.Place;

/**
 * Something read from the source, as it would be published.
 *
 * @param value as read, with the correction laid over it
 * @param confidence of the reading in percent; 100 once a person has answered for it
 * @param place where it stands in the text
 * @param source the same in words: 第 152 行, 附件 表1 第3行
 * @param edit the newest decision on it
 */
public record Item<T>(
    ItemKey key,
    T value,
    int confidence,
    State state,
    Place place,
    String source,
    @Nullable Edit edit) {

  /** How much it still needs a person. */
  public enum State {
    /** Nothing is published while it is so. */
    CONFIRM,
    LOOK,
    SURE,
    SETTLED,
    DROPPED
  }

  public boolean waits() {
    return state == State.CONFIRM;
  }

  /** A person has decided about it. */
  public boolean settled() {
    return state == State.SETTLED || state == State.DROPPED;
  }

  public boolean dropped() {
    return state == State.DROPPED;
  }

  /** The decision that whoever answers now has seen. */
  public int revision() {
    return edit == null ? 0 : edit.revision();
  }

  <U> Item<U> with(U other) {
    return new Item<>(key, other, confidence, state, place, source, edit);
  }
}
