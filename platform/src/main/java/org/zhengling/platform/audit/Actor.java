package org.zhengling.platform.audit;

/**
 * Who acts. Bound for one request or one job; an act without it is a bug, so that nothing is ever
 * done by nobody in particular.
 */
public sealed interface Actor {
  ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

  /** Node of the area tree that the act belongs to; who audits that area reads the entry. */
  String area();

  /**
   * A person in a post.
   *
   * @param readsAudit the post may read what others did
   */
  record Official(
      long person, String name, long post, String postTitle, String area, boolean readsAudit)
      implements Actor {}

  /**
   * An applicant who showed the code of a receipt: known by the case alone, never by name.
   *
   * @param caseNumber 任古救〔2020〕137号
   */
  record Citizen(String caseNumber, String area) implements Actor {}

  /** Somebody who has not signed in. */
  record Stranger(String area) implements Actor {}

  /**
   * The program itself.
   *
   * @param task what it is doing, Chinese: 每夜复核
   */
  record Program(String task, String area) implements Actor {}

  /** Whoever is bound; a bug where nobody is. */
  static Actor current() {
    if (!CURRENT.isBound()) {
      throw new IllegalStateException("Maybe an act runs outside of a request or a named job");
    }
    return CURRENT.get();
  }

  /** Runs an act as this one. */
  default <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> act) throws X {
    return ScopedValue.where(CURRENT, this).<T, X>call(act);
  }
}
