package org.zhengling.platform.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.store.People;
import org.zhengling.platform.access.store.People.Person;
import org.zhengling.platform.access.store.Posts;
import org.zhengling.platform.access.store.Sessions;
import org.zhengling.platform.access.store.Sessions.Stage;
import org.zhengling.platform.access.store.SignInAddresses;
import org.zhengling.platform.access.store.SignInAttempts;

/** Signing in and out: name and password, then the second factor where one is asked for. */
@Component
public class SignIns {
  static final int FAILURES_ALLOWED = 5;
  static final int FAILURES_OF_AN_ADDRESS = 60;
  static final Duration PAUSE = Duration.ofMinutes(15);
  private static final Duration HALF_WAY = Duration.ofMinutes(15);
  private static final int TOKEN_BYTES = 32;

  private final CurrentPost current;
  private final People people;
  private final Posts posts;
  private final Sessions sessions;
  private final SignInAttempts attempts;
  private final SignInAddresses addresses;
  private final Passwords passwords;
  private final SecondFactor factor;
  private final AccessSettings settings;
  private final BusinessDay day;
  private final InstantSource clock;
  private final SecureRandom random;

  private final SignInRecord record;

  SignIns(
      CurrentPost current,
      People people,
      Posts posts,
      Sessions sessions,
      SignInAttempts attempts,
      SignInAddresses addresses,
      Passwords passwords,
      SecondFactor factor,
      AccessSettings settings,
      BusinessDay day,
      InstantSource clock,
      SecureRandom random,
      SignInRecord record) {
    this.record = record;
    this.current = current;
    this.people = people;
    this.posts = posts;
    this.sessions = sessions;
    this.attempts = attempts;
    this.addresses = addresses;
    this.passwords = passwords;
    this.factor = factor;
    this.settings = settings;
    this.day = day;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Five failures lock a name for fifteen minutes, whether anybody has it or not. Sixty failures
   * from one address within fifteen minutes stop those from there who never signed in from there;
   * whoever did is not kept from their work by a stranger in the same house.
   */
  public SignInAnswer signIn(String signInName, String password, SignInFrom from) {
    String name = signInName.strip().toLowerCase(Locale.ROOT);
    SignInAnswer answer = tried(name, password, from);
    return record.of("凭密码", name, answer);
  }

  private SignInAnswer tried(String name, String password, SignInFrom from) {
    Instant now = clock.instant();
    Optional<Instant> since = addresses.begin(from.place(), FAILURES_OF_AN_ADDRESS, PAUSE, now);
    if (since.isPresent() && !addresses.knows(name, from.place(), now)) {
      return new SignInAnswer.AddressPaused(since.get().plus(PAUSE));
    }
    Optional<Instant> locked = attempts.begin(name, FAILURES_ALLOWED, PAUSE, now);
    if (locked.isPresent()) {
      return new SignInAnswer.Locked(locked.get());
    }
    Optional<Person> person = people.bySignInName(name);
    // No connection is held while the hash is computed.
    if (!passwords.matches(password, person.map(Person::passwordHash).orElse(null))) {
      return attempts
          .lockedUntil(name)
          .<SignInAnswer>map(SignInAnswer.Locked::new)
          .orElseGet(SignInAnswer.Wrong::new);
    }
    attempts.forget(name, now);
    addresses.succeeded(name, from.place(), now);
    return admit(person.orElseThrow(), from);
  }

  /** Who they are is proved; what else is asked of them depends on their posts. */
  SignInAnswer admit(Person person, SignInFrom from) {
    sessions.sweep(settings.idle(), clock.instant());
    addresses.sweep(PAUSE, clock.instant());
    List<Post> held = posts.of(person.id(), day.today());
    if (held.isEmpty()) {
      return new SignInAnswer.WithoutPost();
    }
    if (factor.active(person.id())) {
      return new SignInAnswer.CodeAwaited(begin(person, null, Stage.CODE, from.device()));
    }
    if (settings.demandSecondFactor(held)) {
      factor.propose(person.id());
      return new SignInAnswer.EnrolmentAwaited(begin(person, null, Stage.ENROL, from.device()));
    }
    return welcome(person, held, from.device());
  }

  private SignInAnswer welcome(Person person, List<Post> held, String device) {
    Post first = held.getFirst();
    return new SignInAnswer.Welcome(
        begin(person, first, Stage.FULL, device),
        new SignedIn(person.id(), person.signInName(), person.name(), first, held));
  }

  /** Every step of a sign-in gets a token of its own: one that was known before opens nothing. */
  private String begin(
      Person person, @org.jspecify.annotations.Nullable Post post, Stage stage, String device) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    sessions.add(
        token,
        person.id(),
        post == null ? null : post.id(),
        person.passwordSetAt(),
        stage,
        device,
        now,
        now.plus(stage == Stage.FULL ? settings.longest() : HALF_WAY));
    return token;
  }

  /** Whose half-way sign-in this is and what is to be scanned, when a second factor is set up. */
  public Optional<Enrolment> enrolment(String token) {
    return halfWay(token, Stage.ENROL).flatMap(one -> factor.proposed(one.person()));
  }

  /**
   * The second step: a code of the phone or a recovery code. Five wrong ones lock it for a while.
   */
  public SignInAnswer confirm(String token, String code) {
    Optional<HalfWay> found = halfWay(token, Stage.CODE);
    if (found.isEmpty()) {
      return new SignInAnswer.Forgotten();
    }
    String name = found.get().person().signInName();
    return record.of("凭动态码", name, confirmed(token, code, found.get()));
  }

  private SignInAnswer confirmed(String token, String code, HalfWay found) {
    Person person = found.person();
    Optional<Instant> locked = countCode(person.id());
    if (locked.isPresent()) {
      return new SignInAnswer.Locked(locked.get());
    }
    if (!factor.accepts(person.id(), code)) {
      return attempts
          .lockedUntil(codeName(person.id()))
          .<SignInAnswer>map(SignInAnswer.Locked::new)
          .orElseGet(SignInAnswer.Wrong::new);
    }
    return complete(token, found);
  }

  /** The first code of a new second factor; ends the sign-in and answers the recovery codes. */
  public Enrolled enrol(String token, String code) {
    HalfWay found =
        halfWay(token, Stage.ENROL)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.CONFLICT, "没有启用。这次登录放得太久，已经结束。", "请重新登录，再扫一次。"));
    Person person = found.person();
    if (countCode(person.id()).isPresent()) {
      throw tooManyCodes();
    }
    List<String> codes = factor.confirm(person.id(), code);
    SignInAnswer answer = complete(token, found);
    return new Enrolled(codes, record.of("启用二次验证", person.signInName(), answer));
  }

  /**
   * A second factor was set up during a sign-in.
   *
   * @param recoveryCodes shown once
   */
  public record Enrolled(List<String> recoveryCodes, SignInAnswer answer) {
    public Enrolled {
      recoveryCodes = List.copyOf(recoveryCodes);
    }
  }

  private SignInAnswer complete(String token, HalfWay found) {
    attempts.forget(codeName(found.person().id()), clock.instant());
    sessions.end(token);
    List<Post> held = posts.of(found.person().id(), day.today());
    return held.isEmpty()
        ? new SignInAnswer.WithoutPost()
        : welcome(found.person(), held, found.device());
  }

  Optional<Instant> countCode(long person) {
    return attempts.begin(codeName(person), FAILURES_ALLOWED, PAUSE, clock.instant());
  }

  void forgetCodes(long person) {
    attempts.forget(codeName(person), clock.instant());
  }

  static Refusal tooManyCodes() {
    return new Refusal(
        Refusal.Kind.CONFLICT,
        "没有接受。动态码连续 " + FAILURES_ALLOWED + " 次不对，已暂停。",
        "请过 15 分钟再试；不是您本人试的，请告诉安全管理岗。");
  }

  /** No person is called that: a sign-in name has no colon. */
  static String codeName(long person) {
    return "code:" + person;
  }

  private record HalfWay(Person person, String device) {}

  private Optional<HalfWay> halfWay(String token, Stage stage) {
    return sessions
        .find(token, settings.idle(), clock.instant())
        .filter(row -> row.stage() == stage)
        .flatMap(row ->
            people
                .byId(row.person())
                .filter(one -> Objects.equals(row.passwordSetAt(), one.passwordSetAt()))
                .map(one -> new HalfWay(one, row.device())));
  }

  /**
   * Who a token stands for right now. Empty when the session is over, the sign-in is not complete,
   * the password was set anew since, or the post in use is no longer held: a session never slides
   * into another post by itself.
   */
  public Optional<SignedIn> resume(String token) {
    Optional<Sessions.Row> row =
        sessions
            .find(token, settings.idle(), clock.instant())
            .filter(one -> one.stage() == Stage.FULL);
    return row.flatMap(this::stillGood);
  }

  private Optional<SignedIn> stillGood(Sessions.Row row) {
    Optional<Person> person =
        people
            .byId(row.person())
            .filter(one -> Objects.equals(row.passwordSetAt(), one.passwordSetAt()));
    if (person.isEmpty()) {
      return Optional.empty();
    }
    List<Post> held = posts.of(row.person(), day.today());
    return held.stream()
        .filter(post -> Objects.equals(post.id(), row.post()))
        .findFirst()
        .map(post ->
            new SignedIn(row.person(), person.get().signInName(), person.get().name(), post, held));
  }

  /** Works on in another post of one's own. */
  public Post changePost(String token, long post) {
    SignedIn signedIn = current.require();
    Post wanted =
        signedIn.posts().stream()
            .filter(one -> one.id() == post)
            .findFirst()
            .orElseThrow(() ->
                new Refusal(
                    Refusal.Kind.RIGHTS,
                    "没有换岗位。您今天不担任这个岗位。",
                    "您仍在" + signedIn.post().title() + "，可以换别的岗位。"));
    sessions.usePost(token, wanted.id());
    record.changedPost(wanted);
    return wanted;
  }

  /** Ends the session of this browser. */
  public void signOut(String token) {
    sessions.end(token);
    record.signedOut();
  }

  /** A new session in place of all the person's, with the password as it is set now. */
  String renew(long personId, Post post, String device) {
    Person person = people.byId(personId).orElseThrow();
    sessions.endAllOf(personId);
    return begin(person, post, Stage.FULL, device);
  }

  String deviceOf(String token) {
    return sessions
        .find(token, settings.idle(), clock.instant())
        .map(Sessions.Row::device)
        .orElse("");
  }
}
