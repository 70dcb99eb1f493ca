package org.zhengling.platform.access.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.access.PostKind;

/** People and their posts as the page of posts shows them: those of the scope. */
@Component
public class PeopleViews {
  private final JdbcClient jdbc;

  PeopleViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A post of the list.
   *
   * @param lastDay inclusive, as pages say it; absent while there is no end
   * @param ended no longer held today
   */
  public record PostLine(
      long id,
      String title,
      String kind,
      String areaName,
      @Nullable String department,
      LocalDate from,
      @Nullable LocalDate lastDay,
      boolean ended) {}

  /** A person of the list. */
  public record PersonLine(
      long id, String name, String signInName, boolean hasPassword, List<PostLine> posts) {}

  public List<PersonLine> inScope(LocalDate today) {
    Map<Long, PersonLine> people = new LinkedHashMap<>();
    jdbc.sql(
            """
            select p.id, p.name, p.sign_in_name, p.password_hash is not null as has_password,
                   o.id as post, o.title, o.kind, a.name as area, d.name as department,
                   o.held_from, o.held_to
            from access.post o
            join access.person p on p.id = o.person
            join access.area a on a.code = o.area
            left join access.department d on d.id = o.department
            order by p.id, o.held_from, o.id
            """)
        .query(
            (RowCallbackHandler)
                row -> {
                  LocalDate to = row.getObject("held_to", LocalDate.class);
                  long id = row.getLong("id");
                  if (!people.containsKey(id)) {
                    people.put(
                        id,
                        new PersonLine(
                            id,
                            row.getString("name"),
                            row.getString("sign_in_name"),
                            row.getBoolean("has_password"),
                            new ArrayList<>()));
                  }
                  Objects.requireNonNull(people.get(id))
                      .posts()
                      .add(
                          new PostLine(
                              row.getLong("post"),
                              row.getString("title"),
                              PostKind.valueOf(row.getString("kind")).chinese(),
                              row.getString("area"),
                              row.getString("department"),
                              row.getObject("held_from", LocalDate.class),
                              to == null ? null : to.minusDays(1),
                              to != null && !to.isAfter(today)));
                });
    return List.copyOf(people.values());
  }
}
