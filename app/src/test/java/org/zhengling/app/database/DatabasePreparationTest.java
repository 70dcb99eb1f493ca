package org.zhengling.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.Refusal;

class DatabasePreparationTest {
  @TempDir private static Path folder = Path.of("");
  private static RealPostgres postgres;
  private static DatabasePreparation.Serving serving;

  @BeforeAll
  static void prepareOnce() throws IOException, SQLException {
    postgres = RealPostgres.start(folder);
    postgres.execute("postgres", "create database city encoding 'UTF8' template template0");
    serving = DatabasePreparation.prepare(postgres.address("city"), false);
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void oneRoleOwnsAndCannotSignIn() throws SQLException {
    assertThat(
            postgres.ask(
                "city",
                "select rolcanlogin or rolsuper or rolbypassrls or rolcreaterole from pg_roles"
                    + " where rolname = 'zl_owner'"))
        .isEqualTo("false");
    assertThat(
            postgres.ask(
                "city",
                "select string_agg(distinct tableowner, ',') from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema')"))
        .isEqualTo("zl_owner");
  }

  @Test
  void theOtherServesAndCanNeitherOwnNorBypass() throws SQLException {
    assertThat(serving.user()).isEqualTo("zl_app");
    assertThat(
            postgres.ask(
                "city",
                "select rolcanlogin and not (rolsuper or rolbypassrls or rolcreaterole"
                    + " or rolcreatedb or rolreplication) from pg_roles where rolname = 'zl_app'"))
        .isEqualTo("true");
    assertThat(asServing("select current_user")).isEqualTo("zl_app");
    refusedToServing("set role zl_owner");
    refusedToServing("create table public.mine (a int)");
    refusedToServing("create schema mine");
    refusedToServing("alter role zl_app bypassrls");
  }

  @Test
  void preparingAgainChangesNothingAndServesOn() throws SQLException {
    String versions = "select count(*) from migration.flyway_schema_history";
    String before = postgres.ask("city", versions);
    assertThat(DatabasePreparation.prepare(postgres.address("city"), false)).isEqualTo(serving);
    assertThat(postgres.ask("city", versions)).isEqualTo(before);
    assertThat(asServing("select 1")).isEqualTo("1");
  }

  @Test
  void aUserWhoIsNoSuperuserPreparesTheDatabaseItOwns() throws SQLException {
    postgres.execute(
        "postgres",
        "create role steward login createrole password 'steward'",
        "grant zl_owner, zl_app to steward with admin option",
        "create database county owner steward encoding 'UTF8' template template0");
    DatabaseAddress county = postgres.address("county", "steward", "steward");
    DatabasePreparation.Serving there = DatabasePreparation.prepare(county, false);
    assertThat(
            RealPostgres.ask(
                new DatabaseAddress(there.url(), there.user(), there.password()), "select 1"))
        .isEqualTo("1");
    // The password of the serving role follows from the preparing one: give it back.
    DatabasePreparation.prepare(postgres.address("city"), false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bypassrls", "superuser", "createrole"})
  void aServingRoleThatCouldBypassItsLimitsIsRefused(String right) throws SQLException {
    postgres.execute("postgres", "create database untouched encoding 'UTF8' template template0");
    try {
      postgres.execute("postgres", "alter role zl_app " + right);
      assertThat(refused(postgres.address("untouched"))).startsWith("没有启动。数据库角色 zl_app 的权限过大");
      assertThat(
              postgres.ask(
                  "untouched",
                  "select count(*) from pg_namespace where nspname in ('migration', 'access')"))
          .as("its data were not touched, as the sentence says")
          .isEqualTo("0");
    } finally {
      postgres.execute("postgres", "alter role zl_app no" + right, "drop database untouched");
    }
    assertThatCode(() -> DatabasePreparation.prepare(postgres.address("city"), false))
        .doesNotThrowAnyException();
  }

  @Test
  void aServingRoleThatMayBecomeTheOwnerOrOwnsATableIsRefused() throws SQLException {
    postgres.execute("city", "grant zl_owner to zl_app");
    assertThat(refused(postgres.address("city"))).contains("权限过大");
    postgres.execute("city", "revoke zl_owner from zl_app", "create table public.mine (a int)");
    postgres.execute("city", "alter table public.mine owner to zl_app");
    assertThat(refused(postgres.address("city"))).contains("权限过大");
    postgres.execute("city", "drop table public.mine");
  }

  @Test
  void aServingRoleThatIsNotLetInIsTheSurroundingsFault() throws SQLException {
    postgres.execute("postgres", "alter role zl_app connection limit 0");
    try {
      assertThat(refused(postgres.address("city"))).startsWith("没有启动。服务用的角色 zl_app 连不上数据库");
    } finally {
      postgres.execute("postgres", "alter role zl_app connection limit -1");
    }
  }

  @Test
  void aWrongPasswordIsTold() {
    assertThat(refused(postgres.address("city", "postgres", "guess")))
        .startsWith("没有启动。数据库不认用户 postgres 的密码。")
        .doesNotContain("guess");
  }

  @Test
  void anUnknownUserIsToldInTheSameWords() {
    assertThat(refused(postgres.address("city", "nobody", "guess")))
        .startsWith("没有启动。数据库不认用户 nobody 的密码。");
  }

  @Test
  void aDatabaseThatDoesNotExistIsTold() {
    assertThat(refused(postgres.address("elsewhere"))).contains("/elsewhere 不存在。");
  }

  @Test
  void aUserWhoMayNotMakeRolesIsTold() throws SQLException {
    postgres.execute("postgres", "create role clerk login password 'clerk'");
    assertThat(refused(postgres.address("city", "clerk", "clerk")))
        .startsWith("没有启动。用户 clerk 不能建角色。");
  }

  @Test
  void a_database_made_for_a_city_refuses_to_serve_a_demonstration() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> DatabasePreparation.prepare(postgres.address("city"), true));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OUTSIDE);
    assertThat(refusal.getMessage()).contains("不能拿来演示");
  }

  @Test
  void aDatabaseThatCannotBeReachedIsTold() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    String url = "jdbc:postgresql://127.0.0.1:" + nobody + "/city";
    assertThat(refused(new DatabaseAddress(url, "postgres", "secret")))
        .startsWith("没有启动。连不上数据库 " + url)
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({"80400, 8", "90603, 9", "130021, 13", "140012, 14", "149999, 14"})
  void aDatabaseOlderThanFifteenIsRefused(int version, int named) {
    assertThatThrownBy(() -> DatabasePreparation.refuseOld(version))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OUTSIDE))
        .hasMessageStartingWith("没有启动。数据库是 PostgreSQL " + named + "，需要 15 或更新的版本。");
  }

  @ParameterizedTest
  @ValueSource(ints = {150000, 150004, 160001, 180006, 1000000})
  void fifteenAndLaterAreTaken(int version) {
    assertThatCode(() -> DatabasePreparation.refuseOld(version)).doesNotThrowAnyException();
  }

  private static String asServing(String sql) throws SQLException {
    return RealPostgres.ask(
        new DatabaseAddress(serving.url(), serving.user(), serving.password()), sql);
  }

  private static void refusedToServing(String sql) {
    assertThatThrownBy(() -> asServing(sql))
        .as(sql)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  /** One line for a person, whose turn it is: the surroundings'. */
  private static String refused(DatabaseAddress address) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> DatabasePreparation.prepare(address, false));
    assertThat(refusal).isNotNull();
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OUTSIDE);
    String sentence = Objects.requireNonNull(refusal.getMessage());
    assertThat(sentence.lines()).hasSize(1);
    return sentence;
  }
}
