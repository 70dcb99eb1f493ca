package org.zhengling.platform.access.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which account of an outside sign-in is whose. */
@Component
public class OutsideAccounts {
  private final JdbcClient jdbc;

  OutsideAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Long> person(String issuer, String subject) {
    return jdbc.sql(
            """
            select person from access.outside_account
            where issuer = :issuer and subject = :subject
            """)
        .param("issuer", issuer)
        .param("subject", subject)
        .query(Long.class)
        .optional();
  }

  /** False when that account is somebody's already. */
  public boolean add(String issuer, String subject, long person, long by, Instant at) {
    return jdbc.sql(
                """
                insert into access.outside_account (issuer, subject, person, linked_by, linked_at)
                values (:issuer, :subject, :person, :by, :at)
                on conflict (issuer, subject) do nothing
                """)
            .param("issuer", issuer)
            .param("subject", subject)
            .param("person", person)
            .param("by", by)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  public int removeAllOf(long person) {
    return jdbc.sql("delete from access.outside_account where person = :person")
        .param("person", person)
        .update();
  }
}
