package org.zhengling.platform.access;

import java.time.Instant;

/**
 * What a sign-in led to. A token goes into the cookie of one browser and is kept nowhere else; the
 * half-way ones open nothing but the page that asks for the code.
 */
public sealed interface SignInAnswer {
  /** Signed in. */
  record Welcome(String token, SignedIn signedIn) implements SignInAnswer {
    /** Never prints the token. */
    @Override
    public String toString() {
      return "welcome";
    }
  }

  /** The password is right; the code of the second factor is awaited. */
  record CodeAwaited(String token) implements SignInAnswer {
    /** Never prints the token. */
    @Override
    public String toString() {
      return "code awaited";
    }
  }

  /** The password is right; this post needs a second factor and the person has none yet. */
  record EnrolmentAwaited(String token) implements SignInAnswer {
    /** Never prints the token. */
    @Override
    public String toString() {
      return "enrolment awaited";
    }
  }

  /** Name or password is wrong; which of the two is not said. */
  record Wrong() implements SignInAnswer {}

  /** Too many failures of this name: nothing is looked at before that moment. */
  record Locked(Instant until) implements SignInAnswer {}

  /** Too many failures from this address, and this name never signed in from there. */
  record AddressPaused(Instant until) implements SignInAnswer {}

  /** The password is right, but the person holds no post today. */
  record WithoutPost() implements SignInAnswer {}

  /** The half-way session is over or never was. */
  record Forgotten() implements SignInAnswer {}
}
