package org.zhengling.platform.audit.store;

import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengling.platform.audit.Root;
import org.zhengling.platform.keys.Sm3;

/** Joins the ends of the chains. */
@Component
public class Roots {
  private final JdbcClient jdbc;

  Roots(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All chains in one look. */
  public List<Root.End> ends() {
    return jdbc.sql("select number, length, head from audit.stream order by number")
        .query((row, number) ->
            new Root.End(
                row.getInt("number"),
                row.getLong("length"),
                HexFormat.of().formatHex(row.getBytes("head"))))
        .list();
  }

  /** One server at a time makes a root. */
  public void lock() {
    jdbc.sql("select pg_advisory_xact_lock(9704201220200821)").query().listOfRows();
  }

  public void add(Root root, byte[] signature) {
    byte[] canonical = root.canonical();
    jdbc.sql(
            """
            insert into audit.root (number, at, entries, previous, digest, canonical, signature)
            values (:number, :at, :entries, :previous, :digest, :canonical, :signature)
            """)
        .param("number", root.number())
        .param("at", root.at().atOffset(ZoneOffset.UTC))
        .param("entries", root.entries())
        .param("previous", HexFormat.of().parseHex(root.previous()))
        .param("digest", Sm3.of(canonical))
        .param("canonical", canonical)
        .param("signature", signature)
        .update();
  }
}
