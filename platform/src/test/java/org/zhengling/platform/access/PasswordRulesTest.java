package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "elevenchars",
        "password1234",
        "P@ssw0rd2021",
        "Passw0rd!!!!",
        "123456789012",
        "qwertyuiop12",
        "qwertyuiop[]",
        "1qaz2wsx3edc",
        "1q2w3e4r5t6y",
        "abcdefghijkl",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "zhangsan2021",
        "zhangsan-zhangsan",
        "woaini1314520",
        "admin@202012",
        "Jining@2020!!",
        "zhengling2021",
        "198001011234",
        "Administrator1",
        "ｐａｓｓｗｏｒｄ１２３４",
        "张三张三张三张三张三张三"
      })
  void what_is_guessed_first_is_refused(String password) {
    assertThat(Passwords.problem(password, "zhangsan", "张三")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shi nian shu mu",
        "zhangsan-shili-2021",
        "correct horse battery",
        "7Kq!vTz0mWc4",
        "十年树木百年树人一朝看尽",
        "yu zhou hong huang"
      })
  void a_long_one_of_unrelated_words_will_do(String password) {
    assertThat(Passwords.problem(password, "zhangsan", "张三")).isEmpty();
  }
}
