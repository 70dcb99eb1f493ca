package org.zhengling.platform.registry.store;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengling.engine.identity.CreditCode;
import org.zhengling.platform.registry.Organisation;
import org.zhengling.platform.registry.Place;

/** Organisations and places; nothing personal, nothing sealed. */
@Repository
public class Listed {
  private final JdbcClient jdbc;

  Listed(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends nobody else enters this code. */
  public void lockCode(CreditCode code) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:code, 370801))")
        .param("code", code.text())
        .query()
        .listOfRows();
  }

  /**
   * Where a code is registered.
   *
   * @param organisation absent where the scope does not reach
   */
  public record Holder(@Nullable Long organisation, String county) {}

  public Optional<Holder> holder(CreditCode code) {
    return jdbc.sql("select organisation, county from registry.organisation_of(:code)")
        .param("code", code.text())
        .query((row, number) ->
            new Holder(row.getObject("organisation", Long.class), row.getString("county")))
        .optional();
  }

  public void add(Organisation organisation) {
    CreditCode code = organisation.code();
    jdbc.sql(
            """
            insert into registry.organisation (id, name, kind, credit_code)
            values (:id, :name, :kind, :code)
            """)
        .param("id", organisation.id())
        .param("name", organisation.name())
        .param("kind", organisation.kind())
        .param("code", code == null ? null : code.text(), Types.VARCHAR)
        .update();
  }

  public void rename(long organisation, String name) {
    jdbc.sql("update registry.organisation set name = :name where id = :id")
        .param("name", name)
        .param("id", organisation)
        .update();
  }

  public List<Organisation> organisations(Collection<Long> ids) {
    return jdbc.sql(
            """
            select o.id, o.name, o.kind, o.credit_code, s.area
            from registry.organisation o join registry.subject s on s.id = o.id
            where o.id = any (:ids) order by o.id
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query((row, number) -> {
          String code = row.getString("credit_code");
          return new Organisation(
              row.getLong("id"),
              row.getString("name"),
              row.getString("kind"),
              code == null ? null : new CreditCode(code),
              row.getString("area"));
        })
        .list();
  }

  public void add(Place place) {
    Place.Point point = place.point();
    jdbc.sql(
            """
            insert into registry.place (id, name, kind, address, longitude_e7, latitude_e7)
            values (:id, :name, :kind, :address, :longitude, :latitude)
            """)
        .param("id", place.id())
        .param("name", place.name())
        .param("kind", place.kind())
        .param("address", place.address())
        .param("longitude", point == null ? null : point.longitudeE7(), Types.INTEGER)
        .param("latitude", point == null ? null : point.latitudeE7(), Types.INTEGER)
        .update();
  }

  public List<Place> places(Collection<Long> ids) {
    return jdbc.sql(
            """
            select p.id, p.name, p.kind, p.address, p.longitude_e7, p.latitude_e7, s.area
            from registry.place p join registry.subject s on s.id = p.id
            where p.id = any (:ids) order by p.id
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query((row, number) -> {
          Integer longitude = row.getObject("longitude_e7", Integer.class);
          Integer latitude = row.getObject("latitude_e7", Integer.class);
          return new Place(
              row.getLong("id"),
              row.getString("name"),
              row.getString("kind"),
              row.getString("address"),
              longitude == null || latitude == null ? null : new Place.Point(longitude, latitude),
              row.getString("area"));
        })
        .list();
  }
}
