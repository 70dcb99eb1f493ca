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

  /** What the person holds in these days that may not go together with that kind. */
  public Optional<PostKind> excludedBy(
      long person, PostKind wanted, LocalDate from, @Nullable LocalDate to) {
    return Optional.ofNullable(
            jdbc.sql("select access.excluded_by(:person, :wanted, :from, :to)")
                .param("person", person)
                .param("wanted", wanted.name())
                .param("from", from)
                .param("to", to, java.sql.Types.DATE)
                .query((row, number) -> row.getString(1))
                .list()
                .getFirst())
        .map(PostKind::valueOf);
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
    jdbc.sql(
            """
            update access.post set held_to = greatest(held_from, :to)
            where id = :id or (lent_from = :id and held_to > :to)
            """)
        .param("id", post)
        .param("to", to)
        .update();
  }

  /** Lends a post as it is; its title says so. */
  public long lend(long post, long delegate, LocalDate from, LocalDate to, long by, Instant at) {
    return jdbc.sql(
            """
            insert into access.post
              (person, title, kind, area, department, held_from, held_to, given_by, given_at, lent_from)
            select :delegate, left(title, 56) || '（代）', kind, area, department, :from, :to, :by, :at, id
            from access.post where id = :post
            returning id
            """)
        .param("delegate", delegate)
        .param("from", from)
        .param("to", to)
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("post", post)
        .query(Long.class)
        .single();
  }

  /** What has to be known of a post before it is lent; empty when it is not in the scope. */
  public Optional<Lendable> lendable(long post) {
    return jdbc.sql("select own, held_to from access.post where id = :id")
        .param("id", post)
        .query((row, number) ->
            new Lendable(row.getBoolean("own"), row.getObject("held_to", LocalDate.class)))
        .optional();
  }

  /**
   * A post that may be lent.
   *
   * @param own not itself lent by somebody
   */
  public record Lendable(boolean own, @Nullable LocalDate to) {}

  /** Whether the person holds or will hold this very post as a delegate in these days. */
  public boolean lentTo(long post, long delegate, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            select exists (
              select 1 from access.post
              where lent_from = :post and person = :delegate
                and daterange(held_from, held_to) && daterange(:from, :to))
            """)
        .param("post", post)
        .param("delegate", delegate)
        .param("from", from)
        .param("to", to)
        .query(Boolean.class)
        .single();
  }

  /** Whether the person ever held a post of the scope. */
  public boolean everHeldInScope(long person) {
    return jdbc.sql("select exists (select 1 from access.post where person = :person)")
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  /** True when one of the two ended it just now. */
  public boolean endDelegation(long post, long by, LocalDate day) {
    return jdbc.sql("select access.end_delegation(:post, :by, :day)")
        .param("post", post)
        .param("by", by)
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  /** True when it was a delegation within the scope and is over now. */
  public boolean endDelegationInScope(long post, LocalDate day) {
    return jdbc.sql(
                """
                update access.post set held_to = greatest(held_from, :day)
                where id = :post and not own and held_to > :day
                """)
            .param("post", post)
            .param("day", day)
            .update()
        == 1;
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
