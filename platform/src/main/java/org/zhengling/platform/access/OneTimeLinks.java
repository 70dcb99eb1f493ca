package org.zhengling.platform.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.time.BusinessDay;
import org.zhengling.platform.access.store.Digest;
import org.zhengling.platform.access.store.Links;
import org.zhengling.platform.access.store.People;
import org.zhengling.platform.access.store.People.Person;
import org.zhengling.platform.access.store.Posts;
import org.zhengling.platform.audit.Act;
import org.zhengling.platform.audit.ActKind;
import org.zhengling.platform.audit.Audit;

/** Links that set a password once: for the first administrator, and for everyone entered later. */
@Component
public class OneTimeLinks {
  private static final Duration VALID = Duration.ofHours(24);
  private static final int TOKEN_BYTES = 32;

  private final Links links;
  private final People people;
  private final Posts posts;
  private final Passwords passwords;
  private final AreaDirectory areas;
  private final BusinessDay day;
  private final InstantSource clock;
  private final SecureRandom random;
  private final TransactionTemplate transaction;

  private final Audit audit;

  OneTimeLinks(
      Links links,
      People people,
      Posts posts,
      Passwords passwords,
      AreaDirectory areas,
      BusinessDay day,
      InstantSource clock,
      SecureRandom random,
      PlatformTransactionManager transactions,
      Audit audit) {
    this.audit = audit;
    this.links = links;
    this.people = people;
    this.posts = posts;
    this.passwords = passwords;
    this.areas = areas;
    this.day = day;
    this.clock = clock;
    this.random = random;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What stands behind a token. */
  public sealed interface Opened {
    /** The first administrator may enter themselves. */
    record FirstAdministrator() implements Opened {}

    /** This person may set a password. */
    record SetPassword(String name, String signInName) implements Opened {}

    /** It was used at that moment. */
    record Used(Instant at) implements Opened {}

    /** A newer link took its place. */
    record Replaced() implements Opened {}

    /** Its day is over. */
    record Expired(Instant at) implements Opened {}

    /** Never made here. */
    record Unknown() implements Opened {}
  }

  /** A link for the first administrator, older ones void; empty while there is an administrator. */
  public Optional<OneTimeLink> inviteFirstAdministrator() {
    return transaction.execute(status -> {
      posts.lockAdministrators();
      return posts.administratorBeside(null, day.today())
          ? Optional.<OneTimeLink>empty()
          : Optional.of(make(null));
    });
  }

  OneTimeLink make(@Nullable Long person) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    links.replace(person, Digest.of(token), now, now.plus(VALID));
    return new OneTimeLink(token, now.plus(VALID));
  }

  public Opened open(String token) {
    Optional<Links.Link> found = links.find(Digest.of(token));
    if (found.isEmpty()) {
      return new Opened.Unknown();
    }
    Links.Link link = found.get();
    if (link.usedAt() != null) {
      return new Opened.Used(link.usedAt());
    }
    if (link.replacedAt() != null) {
      return new Opened.Replaced();
    }
    if (!clock.instant().isBefore(link.expiresAt())) {
      return new Opened.Expired(link.expiresAt());
    }
    Long person = link.person();
    if (person == null) {
      return new Opened.FirstAdministrator();
    }
    Person whose = people.byId(person).orElseThrow();
    return new Opened.SetPassword(whose.name(), whose.signInName());
  }

  /** Sets the password of the person whom the link was made for, and uses the link up. */
  public void setPassword(String token, String password) {
    if (!(open(token) instanceof Opened.SetPassword(String name, String signInName))) {
      throw spent();
    }
    Map<String, String> problems = new LinkedHashMap<>();
    Passwords.problem(password, signInName, name).ifPresent(text -> problems.put("password", text));
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    // No connection is held while the hash is computed.
    String hash = passwords.hash(password);
    transaction.executeWithoutResult(status -> {
      use(token);
      long id = people.bySignInName(signInName).orElseThrow().id();
      people.setPassword(id, hash, now());
      audit.record(Act.of(ActKind.SET_PASSWORD, "凭一次性链接").concerning(id));
    });
  }

  /** Enters the first administrator, with a post for the whole city, and uses the link up. */
  public SignedIn becomeFirstAdministrator(String token, NewPerson person, String password) {
    if (!(open(token) instanceof Opened.FirstAdministrator)) {
      throw spent();
    }
    Map<String, String> problems = person.problems();
    Passwords.problem(password, person.signInName(), person.name())
        .ifPresent(text -> problems.put("password", text));
    if (!problems.isEmpty()) {
      throw new Misfilled(problems);
    }
    String hash = passwords.hash(password);
    // The scope must be bound before the connection is taken.
    return new Scope(List.of(areas.city().code()))
        .call(() ->
            Objects.requireNonNull(
                transaction.execute(status -> enterAdministrator(token, person, hash))));
  }

  private SignedIn enterAdministrator(String token, NewPerson person, String hash) {
    posts.lockAdministrators();
    if (posts.administratorBeside(null, day.today())) {
      throw spent();
    }
    use(token);
    long id =
        people
            .add(person.signInName(), person.name(), person.sample(), now())
            .orElseThrow(() -> new Misfilled(Map.of("signInName", "这个用户名已经有人用了，请换一个。")));
    people.setPassword(id, hash, now());
    NewPost post =
        new NewPost(
            PostKind.ADMINISTRATOR,
            areas.city().name() + PostKind.ADMINISTRATOR.chinese(),
            areas.city().code(),
            null,
            day.today(),
            null);
    posts.add(id, post, null, now());
    audit.record(Act.of(ActKind.CREATE_PERSON, "首位管理员 " + person.signInName()).concerning(id));
    List<Post> held = posts.of(id, day.today());
    return new SignedIn(id, person.signInName(), person.name(), held.getFirst(), held);
  }

  private void use(String token) {
    if (!links.use(Digest.of(token), now())) {
      throw spent();
    }
  }

  private static Refusal spent() {
    return new Refusal(
        Refusal.Kind.CONFLICT, "没有保存。这个链接已经用过、过期或被新的链接替换。", "请重新打开链接看说明，或请系统管理岗另给一个。");
  }

  /** As exact as the database keeps it, so that what is read back is equal. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
