package org.zhengling.platform.exchange.store;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.exchange.SourceHealth;
import org.zhengling.platform.exchange.adapter.FileIndex;

/** Which files of departments were read, with their counts. */
@Component
public class FileLoads {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  FileLoads(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The same file read again by another server leaves no second line. */
  public void note(String source, String file, FileIndex.Count count) {
    jdbc.sql(
            """
            insert into exchange.file_load
              (source, file, digest, as_of, good_rows, rejected_rows, read_at)
            values (:source, :file, :digest, :asOf, :good, :rejected, :at)
            on conflict (source, digest) do nothing
            """)
        .param("source", source)
        .param("file", file)
        .param("digest", count.digest())
        .param("asOf", count.asOf())
        .param("good", count.good())
        .param("rejected", count.rejected())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Newest first. */
  public List<SourceHealth.Load> ofSource(String source, int most) {
    return jdbc.sql(
            """
            select file, as_of, good_rows, rejected_rows, read_at from exchange.file_load
            where source = ? order by id desc limit ?
            """)
        .params(source, most)
        .query((row, number) ->
            new SourceHealth.Load(
                row.getString("file"),
                row.getObject("as_of", LocalDate.class),
                row.getInt("good_rows"),
                row.getInt("rejected_rows"),
                row.getObject("read_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
