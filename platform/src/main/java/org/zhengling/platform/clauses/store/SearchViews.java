package org.zhengling.platform.clauses.store;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.clauses.SearchHit;
import org.zhengling.platform.clauses.SearchKind;
import org.zhengling.platform.clauses.SearchQuestion;

/**
 * Finds words in everything that is published, for everybody. Pairs of neighbouring characters come
 * from an index and narrow down; containment of the whole words decides.
 */
@Repository
public class SearchViews {
  /**
   * One row a hit. What is searched stands in the first condition exactly as the index has it:
   * another spelling of the expression would read every row.
   */
  static final String HITS =
      """
      with hit as (
        select 'DOCUMENT' as kind, d.number as document, d.edition, n.edition as newest, '' as path,
               d.title, d.number || ' ' || d.title || ' ' || d.issuer as body,
               coalesce(d.date_written, d.in_force_from) as first_day,
               coalesce(d.date_written, d.in_force_from) as last_day, d.in_force_from,
               1 as rank, 0 as place
        from clauses.document d
        join clauses.current_document n on n.number = d.number
        where clauses.pairs(d.number || ' ' || d.title || ' ' || d.issuer)
              @> clauses.pairs(cast(:terms as text[]))
          and clauses.contains_all(d.number || ' ' || d.title || ' ' || d.issuer,
                                   cast(:terms as text[]))
          and (:unit = '' or exists (
                 select 1 from clauses.ordered_task t, unnest(t.lead || t.responsible) u
                 where t.document = d.number and t.edition = d.edition and strpos(u, :unit) > 0))
        union all
        select 'CLAUSE', c.document, c.edition, n.edition, c.path, c.heading,
               c.heading || ' ' || c.body, coalesce(d.date_written, d.in_force_from),
               coalesce(d.date_written, d.in_force_from), d.in_force_from,
               case when clauses.contains_all(c.heading, cast(:terms as text[])) then 2 else 3 end,
               c.position
        from clauses.clause c
        join clauses.document d on d.number = c.document and d.edition = c.edition
        join clauses.current_document n on n.number = c.document
        where clauses.pairs(c.heading || ' ' || c.body) @> clauses.pairs(cast(:terms as text[]))
          and clauses.contains_all(c.heading || ' ' || c.body, cast(:terms as text[]))
          and (:unit = '' or exists (
                 select 1 from clauses.ordered_task t, unnest(t.lead || t.responsible) u
                 where t.document = c.document and t.edition = c.edition
                   and t.clause_path = c.path and strpos(u, :unit) > 0))
        union all
        select 'TASK', t.document, t.edition, n.edition, t.clause_path, t.title, t.title,
               coalesce(d.date_written, d.in_force_from),
               coalesce(d.date_written, d.in_force_from), d.in_force_from, 4, t.position
        from clauses.ordered_task t
        join clauses.document d on d.number = t.document and d.edition = t.edition
        join clauses.current_document n on n.number = t.document
        where clauses.pairs(t.title) @> clauses.pairs(cast(:terms as text[]))
          and clauses.contains_all(t.title, cast(:terms as text[]))
          and (:unit = '' or exists (
                 select 1 from unnest(t.lead || t.responsible) u where strpos(u, :unit) > 0))
        union all
        select 'INDICATOR', i.document, i.edition, n.edition, i.clause_path, i.name, i.words,
               coalesce(d.date_written, d.in_force_from),
               coalesce(d.date_written, d.in_force_from), d.in_force_from, 5, i.position
        from clauses.indicator i
        join clauses.document d on d.number = i.document and d.edition = i.edition
        join clauses.current_document n on n.number = i.document
        where clauses.pairs(i.name || ' ' || i.words) @> clauses.pairs(cast(:terms as text[]))
          and clauses.contains_all(i.name || ' ' || i.words, cast(:terms as text[]))
          and (:unit = '' or strpos(i.for_whom, :unit) > 0 or exists (
                 select 1 from clauses.ordered_task t, unnest(t.lead || t.responsible) u
                 where t.document = i.document and t.edition = i.edition
                   and t.clause_path = i.clause_path and strpos(u, :unit) > 0))
        union all
        select 'EVENT', '', 0, 0, '', '', e.body, e.first_day, e.last_day, e.first_day, 6, e.position
        from clauses.current_chronicle e
        where clauses.pairs(e.body) @> clauses.pairs(cast(:terms as text[]))
          and clauses.contains_all(e.body, cast(:terms as text[]))
          and (:unit = '' or strpos(e.body, :unit) > 0)
      ), wanted as (
        select kind, document, edition, newest, path, title, body, first_day, in_force_from, rank,
               place
        from hit
        where (:document = '' or document = :document)
          and (:editions = 'ALL' or edition = newest)
          and first_day <= :lastDay and last_day >= :firstDay
      )
      """;

  private final JdbcClient jdbc;

  SearchViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The best first: what is called so, then where the words stand most often, the newest first. */
  public List<SearchHit> hits(SearchQuestion question, int from, int most) {
    return asking(
            question,
            """
            select kind, document, edition, newest, path, title, body, first_day, in_force_from
            from wanted
            where kind = any (cast(:kinds as text[]))
            order by rank, clauses.times(body, cast(:terms as text[])) desc, first_day desc,
                     document, edition desc, place, path
            offset :from limit :most
            """)
        .param("kinds", question.kinds().stream().map(SearchKind::name).toArray(String[]::new))
        .param("from", from)
        .param("most", most)
        .query((row, number) ->
            new SearchHit(
                SearchKind.valueOf(row.getString("kind")),
                row.getString("document"),
                row.getInt("edition"),
                row.getInt("newest"),
                row.getString("path"),
                row.getString("title"),
                row.getString("body"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("in_force_from", LocalDate.class)))
        .list();
  }

  /** How many of each sort there are, whatever sorts are asked for; every sort has a count. */
  public Map<SearchKind, Integer> counts(SearchQuestion question) {
    Map<SearchKind, Integer> counts = new EnumMap<>(SearchKind.class);
    for (SearchKind kind : SearchKind.values()) {
      counts.put(kind, 0);
    }
    asking(question, "select kind, count(*) as hits from wanted group by kind")
        .query(row -> {
          counts.put(SearchKind.valueOf(row.getString("kind")), row.getInt("hits"));
        });
    return counts;
  }

  private JdbcClient.StatementSpec asking(SearchQuestion question, String what) {
    return jdbc.sql(HITS + what)
        .param("terms", question.terms().toArray(String[]::new))
        .param("unit", question.unit())
        .param("document", question.document())
        .param("editions", question.editions().name())
        .param("firstDay", question.firstDay())
        .param("lastDay", question.lastDay());
  }
}
