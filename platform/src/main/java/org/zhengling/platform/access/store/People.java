package org.zhengling.platform.access.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who may sign in. */
@Component
public class People {
  private final JdbcClient jdbc;

  People(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A row.
   *
   * @param passwordHash absent until the person has set a password
   */
  public record Person(
      long id,
      String signInName,
      String name,
      @Nullable String passwordHash,
      @Nullable Instant passwordSetAt) {}

  private static final String COLUMNS =
      "select id, sign_in_name, name, password_hash, password_set_at from access.person ";

  public Optional<Person> bySignInName(String signInName) {
    return find(jdbc.sql(COLUMNS + "where sign_in_name = :name").param("name", signInName));
  }

  public Optional<Person> byId(long id) {
    return find(jdbc.sql(COLUMNS + "where id = :id").param("id", id));
  }

  private static Optional<Person> find(JdbcClient.StatementSpec statement) {
    return statement
        .query((row, number) -> {
          OffsetDateTime setAt = row.getObject("password_set_at", OffsetDateTime.class);
          return new Person(
              row.getLong("id"),
              row.getString("sign_in_name"),
              row.getString("name"),
              row.getString("password_hash"),
              setAt == null ? null : setAt.toInstant());
        })
        .optional();
  }

  /** The new identifier; empty when the sign-in name is taken. */
  public Optional<Long> add(String signInName, String name, boolean sample, Instant at) {
    return jdbc.sql(
            """
            insert into access.person (sign_in_name, name, sample, created_at)
            values (:signInName, :name, :sample, :at)
            on conflict (sign_in_name) do nothing
            returning id
            """)
        .param("signInName", signInName)
        .param("name", name)
        .param("sample", sample)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  /** Held until the transaction ends: what is given to one person is given one thing at a time. */
  public void lock(long id) {
    jdbc.sql("select id from access.person where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .list();
  }

  /** Nobody signs in with the old password any more; a new one needs a new link. */
  public boolean clearPassword(long id) {
    return jdbc.sql(
                """
                update access.person set password_hash = null, password_set_at = null
                where id = :id and password_hash is not null
                """)
            .param("id", id)
            .update()
        == 1;
  }

  public void setPassword(long id, String hash, Instant at) {
    jdbc.sql(
            """
            update access.person set password_hash = :hash, password_set_at = :at where id = :id
            """)
        .param("id", id)
        .param("hash", hash)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
