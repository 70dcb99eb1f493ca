package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
  private final Office office = new Office();
  private final Access access = office.get(Access.class);

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
    assertThat(access.signIn(" ZhangSan ", Office.PASSWORD))
        .isInstanceOf(SignInAnswer.Welcome.class);
  }

  @Test
  void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
    assertThat(access.signIn("zhangsan", "something else")).isEqualTo(new SignInAnswer.Wrong());
    assertThat(access.signIn("nobody", Office.PASSWORD)).isEqualTo(new SignInAnswer.Wrong());
  }

  @Test
  void five_failures_lock_a_name_for_fifteen_minutes() {
    for (int failure = 1; failure < 5; failure++) {
      assertThat(access.signIn("zhangsan", "something else")).isEqualTo(new SignInAnswer.Wrong());
    }
    assertThat(access.signIn("zhangsan", "something else")).isInstanceOf(SignInAnswer.Locked.class);
    office.pass(Duration.ofMinutes(14));
    assertThat(access.signIn("zhangsan", Office.PASSWORD)).isInstanceOf(SignInAnswer.Locked.class);
    office.pass(Duration.ofMinutes(1));
    assertThat(access.signIn("zhangsan", Office.PASSWORD)).isInstanceOf(SignInAnswer.Welcome.class);
  }

  @Test
  void a_name_that_nobody_has_is_locked_the_same_way() {
    for (int failure = 1; failure < 5; failure++) {
      access.signIn("nobody", "something else");
    }
    assertThat(access.signIn("nobody", "something else")).isInstanceOf(SignInAnswer.Locked.class);
  }

  @Test
  void a_success_starts_the_count_anew() {
    for (int round = 0; round < 3; round++) {
      access.signIn("zhangsan", "something else");
      access.signIn("zhangsan", "something else");
      assertThat(access.signIn("zhangsan", Office.PASSWORD))
          .isInstanceOf(SignInAnswer.Welcome.class);
    }
  }

  @Test
  void who_has_not_set_a_password_cannot_sign_in() {
    office.enter("lisi", Office.WEISHAN);
    assertThat(access.signIn("lisi", "")).isEqualTo(new SignInAnswer.Wrong());
    assertThat(access.signIn("lisi", "a password that nobody has"))
        .isEqualTo(new SignInAnswer.Wrong());
  }

  @Test
  void who_holds_no_post_today_is_told_so() {
    SignedIn zhang = office.welcome("zhangsan").signedIn();
    office.administrator().call(() -> end(zhang.post()));
    assertThat(access.signIn("zhangsan", Office.PASSWORD))
        .isEqualTo(new SignInAnswer.WithoutPost());
  }

  @Test
  void an_ended_post_stops_with_the_next_request() {
    SignInAnswer.Welcome welcome = office.welcome("zhangsan");
    assertThat(access.resume(welcome.session())).contains(welcome.signedIn());
    office.administrator().call(() -> end(welcome.signedIn().post()));
    assertThat(access.resume(welcome.session())).isEmpty();
  }

  @Test
  void a_new_password_ends_the_older_sessions() {
    SignInAnswer.Welcome welcome = office.welcome("zhangsan");
    office.pass(Duration.ofSeconds(1));
    OneTimeLink link =
        office.administrator().call(() -> access.newLink(welcome.signedIn().personId()));
    office.get(OneTimeLinks.class).setPassword(link.token(), "another long one");
    assertThat(access.resume(welcome.session())).isEmpty();
    assertThat(access.signIn("zhangsan", Office.PASSWORD)).isEqualTo(new SignInAnswer.Wrong());
    assertThat(access.signIn("zhangsan", "another long one"))
        .isInstanceOf(SignInAnswer.Welcome.class);
  }

  @Test
  void the_database_keeps_no_password_and_no_typed_name() {
    access.signIn("my secret typed into the wrong field", "x");
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

  private @org.jspecify.annotations.Nullable Void end(Post post) {
    access.endPost(post.id());
    return null;
  }
}
