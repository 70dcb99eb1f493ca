package org.zhengling.platform.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes of passwords: Argon2id with 19 MiB, two passes, one lane (the first choice of OWASP's
 * Password Storage Cheat Sheet). Four at a time, so that many sign-ins at once cannot exhaust the
 * memory.
 */
@Component
class Passwords {
  static final int SHORTEST = 12;
  private static final int BESIDE_THE_NAME = 8;
  private static final int LONGEST = 200;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int AT_ONCE = 4;

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final String nobodys = hash("a password that nobody has");

  String hash(String password) {
    slots.acquireUninterruptibly();
    try {
      return java.util.Objects.requireNonNull(encoder.encode(plain(password)));
    } finally {
      slots.release();
    }
  }

  /** Takes as long for a person who does not exist as for one who does. */
  boolean matches(String password, @Nullable String hash) {
    if (password.length() > LONGEST) {
      return false;
    }
    slots.acquireUninterruptibly();
    try {
      boolean same = encoder.matches(plain(password), hash == null ? nobodys : hash);
      return same && hash != null;
    } finally {
      slots.release();
    }
  }

  /** What is wrong with a new password, in the words of the form; empty when it will do. */
  static Optional<String> problem(String password, String signInName, String name) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of("密码有 " + length + " 位，至少要 " + SHORTEST + " 位。");
    }
    if (length > LONGEST) {
      return Optional.of("密码有 " + length + " 位，最多 " + LONGEST + " 位。");
    }
    String plain = plain(password).toLowerCase(Locale.ROOT).strip();
    if (GuessedFirst.without(plain, signInName, name).length() < BESIDE_THE_NAME) {
      return Optional.of("密码里除了用户名和姓名，还要有至少 " + BESIDE_THE_NAME + " 位，请换一个。");
    }
    return GuessedFirst.problem(GuessedFirst.without(plain, signInName, name));
  }

  /** Full-width and half-width letters are the same key to a person. */
  private static String plain(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
