package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.store.Digest;

class SignInTest {
  private final Office office = new Office();
  private final Access access = office.get(Access.class);
  private final SignIns signIns = office.get(SignIns.class);

  @BeforeEach
  void oneReporter() {
    office.reporterOf(Office.RENCHENG, "zhangsan");
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void the_right_password_opens_the_first_post() {
    SignedIn signedIn = office.welcome("zhangsan").signedIn();
    assertThat(signedIn.name()).isEqualTo("张三");
    assertThat(signedIn.post().title()).isEqualTo("任城区填报岗");
    assertThat(signedIn.post().areaCode()).isEqualTo(Office.RENCHENG);
    assertThat(signedIn.posts()).containsExactly(signedIn.post());
  }

  @Test
  void capital_letters_and_spaces_around_the_name_make_no_difference() {
    assertThat(office.signIn(" ZhangSan ", Office.PASSWORD))
        .isInstanceOf(SignInAnswer.Welcome.class);
  }

  @Test
  void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
    assertThat(office.signIn("zhangsan", "something else")).isEqualTo(new SignInAnswer.Wrong());
    assertThat(office.signIn("nobody", Office.PASSWORD)).isEqualTo(new SignInAnswer.Wrong());
  }

  @Test
  void five_failures_lock_a_name_for_fifteen_minutes() {
    for (int failure = 1; failure < 5; failure++) {
      assertThat(office.signIn("zhangsan", "something else")).isEqualTo(new SignInAnswer.Wrong());
    }
    assertThat(office.signIn("zhangsan", "something else")).isInstanceOf(SignInAnswer.Locked.class);
    office.pass(Duration.ofMinutes(14));
    assertThat(office.signIn("zhangsan", Office.PASSWORD)).isInstanceOf(SignInAnswer.Locked.class);
    office.pass(Duration.ofMinutes(1));
    assertThat(office.signIn("zhangsan", Office.PASSWORD)).isInstanceOf(SignInAnswer.Welcome.class);
  }

  @Test
  void a_name_that_nobody_has_is_locked_the_same_way() {
    for (int failure = 1; failure < 5; failure++) {
      office.signIn("nobody", "something else");
    }
    assertThat(office.signIn("nobody", "something else")).isInstanceOf(SignInAnswer.Locked.class);
  }

  @Test
  void a_success_starts_the_count_anew() {
    for (int round = 0; round < 3; round++) {
      office.signIn("zhangsan", "something else");
      office.signIn("zhangsan", "something else");
      assertThat(office.signIn("zhangsan", Office.PASSWORD))
          .isInstanceOf(SignInAnswer.Welcome.class);
    }
  }

  @Test
  void who_has_not_set_a_password_cannot_sign_in() {
    office.enter("lisi", Office.WEISHAN);
    assertThat(office.signIn("lisi", "")).isEqualTo(new SignInAnswer.Wrong());
    assertThat(office.signIn("lisi", "a password that nobody has"))
        .isEqualTo(new SignInAnswer.Wrong());
  }

  @Test
  void who_holds_no_post_today_is_told_so() {
    SignedIn zhang = office.welcome("zhangsan").signedIn();
    office.administrator().call(() -> end(zhang.post()));
    assertThat(office.signIn("zhangsan", Office.PASSWORD))
        .isEqualTo(new SignInAnswer.WithoutPost());
  }

  @Test
  void an_ended_post_stops_with_the_next_request() {
    SignInAnswer.Welcome welcome = office.welcome("zhangsan");
    assertThat(signIns.resume(welcome.token())).contains(welcome.signedIn());
    office.administrator().call(() -> end(welcome.signedIn().post()));
    assertThat(signIns.resume(welcome.token())).isEmpty();
  }

  @Test
  void a_new_password_ends_the_older_sessions() {
    SignInAnswer.Welcome welcome = office.welcome("zhangsan");
    office.pass(Duration.ofSeconds(1));
    OneTimeLink link =
        office.administrator().call(() -> access.newLink(welcome.signedIn().personId()));
    office.get(OneTimeLinks.class).setPassword(link.token(), "another long one indeed");
    assertThat(signIns.resume(welcome.token())).isEmpty();
    assertThat(office.signIn("zhangsan", Office.PASSWORD)).isEqualTo(new SignInAnswer.Wrong());
    assertThat(office.signIn("zhangsan", "another long one indeed"))
        .isInstanceOf(SignInAnswer.Welcome.class);
  }

  @Test
  void the_database_keeps_no_password_and_no_typed_name() {
    office.signIn("my secret typed into the wrong field", "x");
    String hash =
        office
            .jdbc()
            .sql("select password_hash from access.person where sign_in_name = 'zhangsan'")
            .query(String.class)
            .single();
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(Office.PASSWORD);
    assertThat(
            office
                .jdbc()
                .sql("select name_digest from access.sign_in_attempt")
                .query((row, number) -> row.getString(1))
                .list())
        .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
  }

  @Test
  void every_sign_in_has_a_token_of_its_own_and_the_database_knows_its_digest_alone() {
    String first = office.welcome("zhangsan").token();
    String second = office.welcome("zhangsan").token();
    assertThat(first).isNotEqualTo(second).hasSizeGreaterThan(40);
    assertThat(
            office
                .jdbc()
                .sql("select digest from access.session")
                .query((row, number) -> row.getString(1))
                .list())
        .hasSize(3)
        .contains(Digest.of(first), Digest.of(second))
        .doesNotContain(first, second);
    assertThat(signIns.resume("made up")).isEmpty();
    assertThat(signIns.resume("")).isEmpty();
  }

  @Test
  void a_session_ends_when_nobody_uses_it_for_half_an_hour() {
    String used = office.welcome("zhangsan").token();
    String left = office.welcome("zhangsan").token();
    office.pass(Duration.ofMinutes(29));
    assertThat(signIns.resume(used)).isPresent();
    office.pass(Duration.ofMinutes(2));
    assertThat(signIns.resume(used)).isPresent();
    assertThat(signIns.resume(left)).isEmpty();
  }

  @Test
  void a_session_ends_after_ten_hours_however_busy() {
    String token = office.welcome("zhangsan").token();
    for (int quarter = 0; quarter < 4 * 10 - 1; quarter++) {
      office.pass(Duration.ofMinutes(15));
      assertThat(signIns.resume(token)).isPresent();
    }
    office.pass(Duration.ofMinutes(15));
    assertThat(signIns.resume(token)).isEmpty();
  }

  @Test
  void two_servers_share_a_session_and_its_end() {
    String token = office.welcome("zhangsan").token();
    try (Office second = office.secondServer()) {
      assertThat(second.get(SignIns.class).resume(token)).isPresent();
      signIns.signOut(token);
      assertThat(second.get(SignIns.class).resume(token)).isEmpty();
    }
  }

  @Test
  void who_works_in_one_post_never_sees_what_another_of_theirs_may() {
    SignedIn zhang = office.welcome("zhangsan").signedIn();
    office.enter("weishan", Office.WEISHAN);
    long second =
        office
            .administrator()
            .call(() -> access.givePost(zhang.personId(), office.reporter(Office.WEISHAN)));
    SignInAnswer.Welcome welcome = office.welcome("zhangsan");
    assertThat(welcome.signedIn().posts()).hasSize(2);
    assertThat(seen(welcome.signedIn())).containsExactly(Office.RENCHENG);
    welcome.signedIn().call(() -> signIns.changePost(welcome.token(), second));
    SignedIn moved = signIns.resume(welcome.token()).orElseThrow();
    assertThat(moved.post().id()).isEqualTo(second);
    assertThat(seen(moved)).containsExactly(Office.WEISHAN);
    assertThatThrownBy(() -> moved.call(() -> signIns.changePost(welcome.token(), 1)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("不担任");
  }

  private List<String> seen(SignedIn signedIn) {
    return signedIn.call(office::areasOfVisiblePosts);
  }

  @Test
  void many_failures_from_one_address_stop_strangers_there_and_nobody_who_signed_in_there() {
    office.reporterOf(Office.WEISHAN, "lisi");
    SignInFrom house = Office.from("192.0.2.7");
    assertThat(signIns.signIn("zhangsan", Office.PASSWORD, house))
        .isInstanceOf(SignInAnswer.Welcome.class);
    for (int name = 0; name < SignIns.FAILURES_OF_AN_ADDRESS; name++) {
      assertThat(signIns.signIn("nobody" + name, "x", house)).isEqualTo(new SignInAnswer.Wrong());
    }
    assertThat(signIns.signIn("lisi", Office.PASSWORD, house))
        .isInstanceOf(SignInAnswer.AddressPaused.class);
    assertThat(signIns.signIn("zhangsan", Office.PASSWORD, house))
        .isInstanceOf(SignInAnswer.Welcome.class);
    assertThat(signIns.signIn("lisi", Office.PASSWORD, Office.from("192.0.2.8")))
        .isInstanceOf(SignInAnswer.Welcome.class);
    office.pass(Duration.ofMinutes(16));
    assertThat(signIns.signIn("lisi", Office.PASSWORD, house))
        .isInstanceOf(SignInAnswer.Welcome.class);
  }

  @Test
  void successes_do_not_count_against_an_address() {
    for (int time = 0; time < SignIns.FAILURES_OF_AN_ADDRESS + 5; time++) {
      assertThat(office.signIn("zhangsan", Office.PASSWORD))
          .isInstanceOf(SignInAnswer.Welcome.class);
    }
    assertThat(office.signIn("nobody", "x")).isEqualTo(new SignInAnswer.Wrong());
  }

  @Test
  void half_an_address_of_the_new_kind_is_one_place() {
    assertThat(Office.from("2001:db8:1:2:aaaa::1").place())
        .isEqualTo(Office.from("2001:DB8:1:2::9").place())
        .isNotEqualTo(Office.from("2001:db8:1:3::9").place());
    assertThat(Office.from("::1").place()).isEqualTo("0:0:0:0:");
    assertThat(Office.from("192.0.2.7").place()).isEqualTo("192.0.2.7");
  }

  private @org.jspecify.annotations.Nullable Void end(Post post) {
    access.endPost(post.id());
    return null;
  }
}
