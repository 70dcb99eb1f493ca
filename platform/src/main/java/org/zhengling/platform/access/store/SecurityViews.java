package org.zhengling.platform.access.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions, locks and second factors as pages show them. */
@Component
public class SecurityViews {
  private final JdbcClient jdbc;

  SecurityViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A session.
   *
   * @param current the one whose token was given
   * @param complete false while a code is awaited
   */
  public record SessionLine(
      long id, String device, Instant since, Instant lastUsed, boolean current, boolean complete) {}

  /**
   * A person of the scope.
   *
   * @param posts titles of the posts held today, one after the other
   * @param lockedUntil absent when the name is not locked
   * @param outside accounts of an outside sign-in
   */
  public record GuardedPerson(
      long id,
      String name,
      String signInName,
      @Nullable String posts,
      boolean hasPassword,
      boolean secondFactor,
      int sessions,
      @Nullable Instant lockedUntil,
      @Nullable String outside) {}

  /** The living sessions of a person, the one used last first. */
  public List<SessionLine> sessionsOf(long person, String token, Duration idle, Instant now) {
    return jdbc.sql(
            """
            select id, device, made_at, used_at, digest = :digest as current,
                   stage = 'FULL' as complete
            from access.session
            where person = :person and ends_at > :now and used_at > :idle
            order by used_at desc, id desc
            """)
        .param("person", person)
        .param("digest", Digest.of(token))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("idle", now.minus(idle).atOffset(ZoneOffset.UTC))
        .query((row, number) ->
            new SessionLine(
                row.getLong("id"),
                row.getString("device"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("used_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("current"),
                row.getBoolean("complete")))
        .list();
  }

  private static final String GUARDED =
      """
      select p.id, p.name, p.sign_in_name, p.password_hash is not null as has_password,
             (select string_agg(o.title, '、' order by o.id) from access.post o
              where o.person = p.id and o.held_from <= :today
                and (o.held_to is null or o.held_to > :today)) as posts,
             exists (select 1 from access.second_factor f
                     where f.person = p.id and f.confirmed_at is not null) as second_factor,
             (select count(*) from access.session s
              where s.person = p.id and s.ends_at > :now and s.used_at > :idle) as sessions,
             (select max(t.locked_until) from access.sign_in_attempt t
              where t.locked_until > :now and t.name_digest in (
                encode(sha256(convert_to(p.sign_in_name, 'UTF8')), 'hex'),
                encode(sha256(convert_to('code:' || p.id, 'UTF8')), 'hex'))) as locked_until,
             (select string_agg(u.subject, '、' order by u.subject) from access.outside_account u
              where u.person = p.id) as outside
      from access.person p
      where exists (select 1 from access.post o where o.person = p.id)
      """;

  private static final Comparator<GuardedPerson> EYES_FIRST =
      Comparator.<GuardedPerson>comparingInt(person -> person.lockedUntil() == null ? 1 : 0)
          .thenComparingInt(person -> person.sessions() == 0 ? 1 : 0)
          .thenComparingLong(GuardedPerson::id);

  /** People with a post of the scope, now or once; locked ones first, then those signed in. */
  public List<GuardedPerson> inScope(LocalDate today, Duration idle, Instant now) {
    return guarded(jdbc.sql(GUARDED), today, idle, now).stream().sorted(EYES_FIRST).toList();
  }

  /** Empty for a person outside of the scope. */
  public Optional<GuardedPerson> inScope(long person, LocalDate today, Duration idle, Instant now) {
    return guarded(
            jdbc.sql(GUARDED + " and p.id = :person").param("person", person), today, idle, now)
        .optional();
  }

  private static JdbcClient.MappedQuerySpec<GuardedPerson> guarded(
      JdbcClient.StatementSpec statement, LocalDate today, Duration idle, Instant now) {
    return statement
        .param("today", today)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("idle", now.minus(idle).atOffset(ZoneOffset.UTC))
        .query((row, number) -> {
          OffsetDateTime locked = row.getObject("locked_until", OffsetDateTime.class);
          return new GuardedPerson(
              row.getLong("id"),
              row.getString("name"),
              row.getString("sign_in_name"),
              row.getString("posts"),
              row.getBoolean("has_password"),
              row.getBoolean("second_factor"),
              row.getInt("sessions"),
              locked == null ? null : locked.toInstant(),
              row.getString("outside"));
        });
  }
}
