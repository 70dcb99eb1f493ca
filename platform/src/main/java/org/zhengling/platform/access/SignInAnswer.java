package org.zhengling.platform.access;

import java.time.Instant;

/** What a sign-in led to. */
public sealed interface SignInAnswer {
  /** Name and password are right and a post is held today. */
  record Welcome(Session session, SignedIn signedIn) implements SignInAnswer {}

  /** Name or password is wrong; which of the two is not said. */
  record Wrong() implements SignInAnswer {}

  /** Too many failures: nothing is looked at before that moment. */
  record Locked(Instant until) implements SignInAnswer {}

  /** The password is right, but the person holds no post today. */
  record WithoutPost() implements SignInAnswer {}
}
