package org.zhengling.platform.access.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets of the second factor, sealed, and digests of recovery codes. */
@Component
public class SecondFactors {
  /** A sealed value begins with form, algorithm and the identifier of its key. */
  private static final String KEY =
      "('x' || encode(substring(secret from 3 for 8), 'hex'))::bit(64)::bigint";

  private static final RowMapper<Row> ROW =
      (row, number) ->
          new Row(row.getLong("person"), row.getBytes("secret"), row.getBoolean("confirmed"));

  private final JdbcClient jdbc;

  SecondFactors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A secret as it is kept: who reads the table alone learns nothing. */
  public static final class Row {
    private final long person;
    private final byte[] sealed;
    private final boolean confirmed;

    Row(long person, byte[] sealed, boolean confirmed) {
      this.person = person;
      this.sealed = sealed.clone();
      this.confirmed = confirmed;
    }

    public long person() {
      return person;
    }

    public byte[] sealed() {
      return sealed.clone();
    }

    /** Whether it counts already. */
    public boolean confirmed() {
      return confirmed;
    }
  }

  public Optional<Row> of(long person) {
    return jdbc.sql(
            """
            select person, secret, confirmed_at is not null as confirmed
            from access.second_factor where person = :person
            """)
        .param("person", person)
        .query(ROW)
        .optional();
  }

  /** Takes the place of one that was never confirmed; false when there is a confirmed one. */
  public boolean propose(long person, byte[] sealed, Instant at) {
    return jdbc.sql(
                """
                insert into access.second_factor as f (person, secret, made_at)
                values (:person, :secret, :at)
                on conflict (person) do update
                  set secret = excluded.secret, made_at = excluded.made_at, last_step = 0
                  where f.confirmed_at is null
                """)
            .param("person", person)
            .param("secret", sealed)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** True for exactly one caller: no code of this or a later step was accepted before. */
  public boolean useStep(long person, long step) {
    return jdbc.sql(
                """
                update access.second_factor set last_step = :step
                where person = :person and last_step < :step
                """)
            .param("person", person)
            .param("step", step)
            .update()
        == 1;
  }

  public void confirm(long person, Instant at) {
    jdbc.sql(
            """
            update access.second_factor set confirmed_at = :at
            where person = :person and confirmed_at is null
            """)
        .param("person", person)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The older codes no longer work. */
  public void replaceRecoveryCodes(long person, List<String> codes) {
    jdbc.sql("delete from access.recovery_code where person = :person")
        .param("person", person)
        .update();
    jdbc.sql(
            """
            insert into access.recovery_code (digest, person)
            select digest, :person from unnest(:digests::text[]) digest
            """)
        .param("person", person)
        .param("digests", codes.stream().map(code -> digest(person, code)).toArray(String[]::new))
        .update();
  }

  /** True for exactly one caller: the code was good and is used up. */
  public boolean useRecoveryCode(long person, String code, Instant at) {
    return jdbc.sql(
                """
                update access.recovery_code set used_at = :at
                where digest = :digest and person = :person and used_at is null
                """)
            .param("digest", digest(person, code))
            .param("person", person)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  public int recoveryCodesLeft(long person) {
    return jdbc.sql(
            """
            select count(*) from access.recovery_code where person = :person and used_at is null
            """)
        .param("person", person)
        .query(Integer.class)
        .single();
  }

  /** True when there was one. */
  public boolean remove(long person) {
    jdbc.sql("delete from access.recovery_code where person = :person")
        .param("person", person)
        .update();
    return jdbc.sql("delete from access.second_factor where person = :person")
            .param("person", person)
            .update()
        == 1;
  }

  /** Identifiers of the keys that sealed what is kept now. */
  public Set<Long> keysInUse() {
    return Set.copyOf(
        jdbc.sql("select distinct " + KEY + " as key from access.second_factor")
            .query(Long.class)
            .list());
  }

  public List<Row> sealedBefore(long key, int atMost) {
    return jdbc.sql(
            """
            select person, secret, confirmed_at is not null as confirmed
            from access.second_factor where %s < :key order by person limit :atMost
            """
                .formatted(KEY))
        .param("key", key)
        .param("atMost", atMost)
        .query(ROW)
        .list();
  }

  /** Does nothing when somebody was faster. */
  public void replace(long person, byte[] sealed, byte[] sealedAnew) {
    jdbc.sql(
            """
            update access.second_factor set secret = :anew
            where person = :person and secret = :sealed
            """)
        .param("person", person)
        .param("sealed", sealed)
        .param("anew", sealedAnew)
        .update();
  }

  private static String digest(long person, String code) {
    return Digest.of(person + "\n" + code);
  }
}
