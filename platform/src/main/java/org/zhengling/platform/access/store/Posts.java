package org.zhengling.platform.access.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.access.NewPost;
import org.zhengling.platform.access.Post;
import org.zhengling.platform.access.PostKind;

/** Posts that people hold, from a day to a day. Row-level security limits them to the scope. */
@Component
public class Posts {
  private final JdbcClient jdbc;

  Posts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A post with its days.
   *
   * @param to first day on which it is no longer held; absent while there is no end
   */
  public record Held(PostKind kind, LocalDate from, @Nullable LocalDate to) {}

  /** What a person holds on that day, without a scope: the one question that precedes a scope. */
  public List<Post> of(long person, LocalDate day) {
    return jdbc.sql(
            """
            select id, title, kind, area, area_name, department from access.posts_of(:person, :day)
            """)
        .param("person", person)
        .param("day", day)
        .query((row, number) ->
            new Post(
                row.getLong("id"),
                row.getString("title"),
                PostKind.valueOf(row.getString("kind")),
                row.getString("area"),
                row.getString("area_name"),
                row.getString("department")))
        .list();
  }

  public long add(long person, NewPost post, @Nullable Long givenBy, Instant at) {
    return jdbc.sql(
            """
            insert into access.post
              (person, title, kind, area, department, held_from, held_to, given_by, given_at)
            values
              (:person, :title, :kind, :area, :department, :from, :to, :givenBy, :at)
            returning id
            """)
        .param("person", person)
        .param("title", post.title())
        .param("kind", post.kind().name())
        .param("area", post.areaCode())
        .param("department", post.departmentId())
        .param("from", post.from())
        .param("to", post.to())
        .param("givenBy", givenBy)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /** Locked until the transaction ends; empty when it is not in the scope. */
  public Optional<Held> lock(long post) {
    return jdbc.sql("select kind, held_from, held_to from access.post where id = :id for update")
        .param("id", post)
        .query((row, number) ->
            new Held(
                PostKind.valueOf(row.getString("kind")),
                row.getObject("held_from", LocalDate.class),
                row.getObject("held_to", LocalDate.class)))
        .optional();
  }

  public void end(long post, LocalDate to) {
    jdbc.sql("update access.post set held_to = :to where id = :id")
        .param("id", post)
        .param("to", to)
        .update();
  }

  /** Administrators are appointed and dismissed one at a time, so that one always remains. */
  public void lockAdministrators() {
    jdbc.sql("select pg_advisory_xact_lock(9704201220200803)").query().listOfRows();
  }

  /** Whether anybody holds a post of administrator on that day, this one post apart. */
  public boolean administratorBeside(@Nullable Long post, LocalDate day) {
    return jdbc.sql("select access.has_administrator(:day, :post)")
        .param("day", day)
        .param("post", post, java.sql.Types.BIGINT)
        .query(Boolean.class)
        .single();
  }
}
