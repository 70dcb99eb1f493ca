package org.zhengling.platform.field.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.platform.field.HandedIn;

/**
 * Records and photographs that were handed in: which, by whom, with which digest. What they say
 * lies with the programme that carried them out.
 */
@Repository
public class Records {
  private final JdbcClient jdbc;

  Records(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How a record was carried out.
   *
   * @param digest of what was handed in
   * @param words what happened, one sentence
   */
  public record Outcome(String digest, String words) {}

  public Optional<Outcome> outcome(UUID id) {
    return jdbc.sql("select digest, outcome from field.record where id = :id")
        .param("id", id)
        .query((row, number) -> new Outcome(row.getString("digest"), row.getString("outcome")))
        .optional();
  }

  /** False where the record is known already; waits for another that is just being written. */
  public boolean add(
      UUID id, HandedIn record, String digest, String area, long person, Instant at) {
    return jdbc.sql(
                """
                insert into field.record
                  (id, kind, subject, area, digest, taken_at, person, received_at, outcome)
                values (:id, :kind, :subject, :area, :digest, :takenAt, :person, :at, '')
                on conflict (id) do nothing
                """)
            .param("id", id)
            .param("kind", record.kind())
            .param("subject", record.subject())
            .param("area", area)
            .param("digest", digest)
            .param("takenAt", Timestamp.from(record.takenAt()))
            .param("person", person)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  public void note(UUID id, String outcome) {
    jdbc.sql("update field.record set outcome = :outcome where id = :id")
        .param("outcome", outcome)
        .param("id", id)
        .update();
  }

  public Optional<String> photo(UUID record, String digest) {
    return Optional.ofNullable(photos(record).get(digest));
  }

  /** Digests of the programme's documents by the digests of the phone. */
  public Map<String, String> photos(UUID record) {
    Map<String, String> photos = new HashMap<>();
    jdbc.sql("select sha256, document from field.photo where record = :record")
        .param("record", record)
        .query(row -> {
          photos.put(row.getString("sha256"), row.getString("document"));
        });
    return photos;
  }

  public void addPhoto(
      UUID record, String digest, String document, String area, long person, Instant at) {
    jdbc.sql(
            """
            insert into field.photo (record, sha256, document, area, person, received_at)
            values (:record, :sha256, :document, :area, :person, :at)
            on conflict (record, sha256) do nothing
            """)
        .param("record", record)
        .param("sha256", digest)
        .param("document", document)
        .param("area", area)
        .param("person", person)
        .param("at", Timestamp.from(at))
        .update();
  }
}
