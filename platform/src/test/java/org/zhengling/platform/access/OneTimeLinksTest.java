package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.AsTheProgram;
import org.zhengling.platform.access.OneTimeLinks.Opened;
import org.zhengling.platform.access.store.Digest;

class OneTimeLinksTest {
  private final Office office = new Office();
  private final OneTimeLinks links = office.get(OneTimeLinks.class);

  @AfterEach
  void close() {
    office.close();
  }

  private String firstLink() {
    return links.inviteFirstAdministrator().orElseThrow().token();
  }

  @Test
  void the_first_administrator_gets_a_post_for_the_whole_city() {
    SignedIn first = office.administrator();
    assertThat(first.post().kind()).isEqualTo(PostKind.ADMINISTRATOR);
    assertThat(first.post().areaCode()).isEqualTo("370800000000");
    assertThat(office.signIn("guanli", Office.PASSWORD))
        .isInstanceOf(SignInAnswer.EnrolmentAwaited.class);
    assertThat(office.at(first.personId(), "guanli").post()).isEqualTo(first.post());
  }

  @Test
  void a_link_works_once_and_then_says_when_it_was_used() {
    String token = firstLink();
    assertThat(links.open(token)).isEqualTo(new Opened.FirstAdministrator());
    links.becomeFirstAdministrator(token, new NewPerson("guanli", "管理员", false), Office.PASSWORD);
    assertThat(links.open(token)).isInstanceOf(Opened.Used.class);
    assertThatThrownBy(() ->
            links.becomeFirstAdministrator(
                token, new NewPerson("second", "第二人", false), Office.PASSWORD))
        .isInstanceOf(Refusal.class);
    assertThat(count("access.person")).isEqualTo(1);
  }

  @Test
  void of_two_people_with_one_link_at_the_same_moment_one_gets_in() throws Exception {
    String token = office.enter("zhangsan", Office.RENCHENG).token();
    Callable<Boolean> attempt =
        () -> {
          try {
            links.setPassword(token, Office.PASSWORD);
            return true;
          } catch (Refusal refusal) {
            return false;
          }
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Boolean>> both =
          threads.invokeAll(List.of(AsTheProgram.also(attempt), AsTheProgram.also(attempt)));
      assertThat(List.of(both.get(0).get(), both.get(1).get())).containsOnlyOnce(true);
    }
  }

  @Test
  void each_invitation_voids_the_one_before() {
    String older = firstLink();
    String newer = firstLink();
    assertThat(links.open(older)).isEqualTo(new Opened.Replaced());
    assertThat(links.open(newer)).isEqualTo(new Opened.FirstAdministrator());
  }

  @Test
  void while_there_is_an_administrator_nobody_is_invited() {
    office.administrator();
    assertThat(links.inviteFirstAdministrator()).isEmpty();
  }

  @Test
  void a_link_ends_after_24_hours() {
    String token = firstLink();
    office.pass(Duration.ofHours(24).minusSeconds(1));
    assertThat(links.open(token)).isEqualTo(new Opened.FirstAdministrator());
    office.pass(Duration.ofSeconds(1));
    assertThat(links.open(token)).isInstanceOf(Opened.Expired.class);
    assertThatThrownBy(() ->
            links.becomeFirstAdministrator(
                token, new NewPerson("late", "来晚了", false), Office.PASSWORD))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void a_link_for_a_password_does_not_make_an_administrator_nor_the_other_way_round() {
    String first = firstLink();
    assertThatThrownBy(() -> links.setPassword(first, Office.PASSWORD)).isInstanceOf(Refusal.class);
    String other = office.enter("zhangsan", Office.RENCHENG).token();
    assertThat(links.open(other)).isEqualTo(new Opened.SetPassword("张三", "zhangsan"));
    assertThatThrownBy(() ->
            links.becomeFirstAdministrator(
                other, new NewPerson("second", "第二人", false), Office.PASSWORD))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void a_token_that_was_never_made_opens_nothing() {
    assertThat(links.open("never made")).isEqualTo(new Opened.Unknown());
    assertThat(links.open("")).isEqualTo(new Opened.Unknown());
  }

  @Test
  void the_database_knows_the_digest_alone() {
    String token = firstLink();
    assertThat(
            office
                .seeingEverything()
                .sql("select digest from access.one_time_link")
                .query(String.class)
                .single())
        .isEqualTo(Digest.of(token))
        .isNotEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "elevenchars", "zhangsan.li-1", "ZHANGSAN.LI99", "aaaaaaaaaaaa"})
  void a_weak_password_is_refused_and_the_link_stays_good(String password) {
    String token = office.enter("zhangsan.li", Office.RENCHENG).token();
    Misfilled problem =
        catchThrowableOfType(Misfilled.class, () -> links.setPassword(token, password));
    assertThat(problem.problems()).containsOnlyKeys("password");
    links.setPassword(token, Office.PASSWORD);
  }

  @Test
  void every_wrong_field_is_told_at_once() {
    String token = firstLink();
    Misfilled problem =
        catchThrowableOfType(
            Misfilled.class,
            () -> links.becomeFirstAdministrator(token, new NewPerson("管", "", false), "short"));
    assertThat(problem.problems()).containsOnlyKeys("name", "signInName", "password");
  }

  private long count(String table) {
    return office
        .seeingEverything()
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }
}
