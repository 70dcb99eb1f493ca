package org.zhengling.platform.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.registry.By;
import org.zhengling.platform.registry.MoveRequest;

/** Requests that somebody be moved from one county to another, and what the holder answered. */
@Repository
public class MoveRequests {
  private static final String COLUMNS =
      """
      select id, subject, from_area, to_area, ground, asked_at, asked_post, answer, answer_ground
      from registry.move_request
      """;

  private final JdbcClient jdbc;

  MoveRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty where nobody has the number or the same request is open already. */
  public Optional<Long> ask(byte[] numberDigest, String area, String county, String ground, By by) {
    return jdbc.sql(
            """
            select request from registry.ask_move(
              :digest, :area, :county, :ground, :at, :person, :post) request
            where request is not null
            """)
        .param("digest", numberDigest)
        .param("area", area)
        .param("county", county)
        .param("ground", ground)
        .param("at", by.at().atOffset(ZoneOffset.UTC))
        .param("person", by.person(), Types.BIGINT)
        .param("post", by.post())
        .query(Long.class)
        .optional();
  }

  /** False where it was answered already, or is not the scope's to answer. */
  public boolean answer(long id, MoveRequest.Answer answer, String ground, By by) {
    return jdbc.sql(
                """
                update registry.move_request
                set answer = :answer, answer_ground = :ground, answered_at = :at,
                    answered_by = :person, answered_post = :post
                where id = :id and answer is null
                """)
            .param("id", id)
            .param("answer", answer.name())
            .param("ground", ground)
            .param("at", by.at().atOffset(ZoneOffset.UTC))
            .param("person", by.person(), Types.BIGINT)
            .param("post", by.post())
            .update()
        == 1;
  }

  /** False where the person is not in the scope any more. */
  public boolean handOver(long id) {
    return jdbc.sql("select registry.hand_over(:id)").param("id", id).query(Boolean.class).single();
  }

  public Optional<MoveRequest> byId(long id) {
    return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(MoveRequests::row).optional();
  }

  /** Those that the scope asked or has to answer, newest first. */
  public List<MoveRequest> latest(int atMost) {
    return jdbc.sql(COLUMNS + "order by answer is not null, id desc limit :atMost")
        .param("atMost", atMost)
        .query(MoveRequests::row)
        .list();
  }

  private static MoveRequest row(ResultSet row, int number) throws SQLException {
    String answer = row.getString("answer");
    return new MoveRequest(
        row.getLong("id"),
        row.getLong("subject"),
        row.getString("from_area"),
        row.getString("to_area"),
        row.getString("ground"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getString("asked_post"),
        answer == null ? null : MoveRequest.Answer.valueOf(answer),
        row.getString("answer_ground"));
  }
}
