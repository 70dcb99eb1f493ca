package org.zhengling.platform.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Passwords that whoever guesses tries first: a well-known word dressed up with digits, a walk over
 * the keyboard, a repetition, a date. Our own list of stems, so that one line stands for all its
 * dressings (NIST SP 800-63B asks for such a list and for no rule about kinds of characters).
 */
final class GuessedFirst {
  private static final int SHORTEST_STEM_LEFT = 4;
  private static final int LONGEST_UNIT = 6;
  private static final int FEWEST_CHARACTERS = 5;

  /** What remains of a password when digits and signs around and between are taken away. */
  private static final Set<String> STEMS =
      Set.of(
          "password",
          "passwort",
          "passwd",
          "passw",
          "pass",
          "pwd",
          "admin",
          "administrator",
          "adminadmin",
          "root",
          "rootroot",
          "system",
          "manager",
          "user",
          "username",
          "guest",
          "test",
          "testtest",
          "testing",
          "demo",
          "default",
          "changeme",
          "letmein",
          "welcome",
          "login",
          "secret",
          "master",
          "iloveyou",
          "loveyou",
          "love",
          "monkey",
          "dragon",
          "sunshine",
          "princess",
          "football",
          "superman",
          "batman",
          "shadow",
          "computer",
          "internet",
          "hello",
          "helloworld",
          "abc",
          "abcabc",
          "abcd",
          "abcdef",
          "abcdefg",
          "abcdefgh",
          "aaa",
          "aaaa",
          "qq",
          "wechat",
          "weixin",
          "mima",
          "denglu",
          "yonghu",
          "guanliyuan",
          "woaini",
          "woaiwojia",
          "woaizhongguo",
          "zhongguo",
          "china",
          "beijing",
          "shanghai",
          "shandong",
          "jinan",
          "jining",
          "sdjn",
          "zhengfu",
          "zhengwu",
          "zhengling",
          "zhenglingtong",
          "gongbao",
          "ducha",
          "nihao",
          "nihaoma",
          "buzhidao",
          "huanying",
          "xiexie",
          "wodemima",
          "mimashi",
          "qwe",
          "qwer",
          "qwert",
          "asd",
          "asdf",
          "zxc",
          "zxcv",
          "qaz",
          "qazwsx",
          "qazwsxedc",
          "wsx",
          "aa",
          "aabbcc",
          "a",
          "p",
          "pw",
          "q",
          "z");

  private static final List<String> WALKS =
      List.of(
          "01234567890123456789",
          "98765432109876543210",
          "abcdefghijklmnopqrstuvwxyz",
          "zyxwvutsrqponmlkjihgfedcba",
          "qwertyuiopasdfghjklzxcvbnm",
          "poiuytrewqlkjhgfdsamnbvcxz",
          "qazwsxedcrfvtgbyhnujmikolp",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
          "1q2w3e4r5t6y7u8i9o0p",
          "q1w2e3r4t5y6u7i8o9p0",
          "!@#$%^&*()_+",
          "1!2@3#4$5%6^7&8*9(0)",
          "13145201314520",
          "52013145201314");

  private static final Pattern DRESSING = Pattern.compile("[^\\p{L}]+");
  private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
  private static final Pattern REPEATED =
      Pattern.compile("(?s)(.{1," + LONGEST_UNIT + "})\\1+.{0," + LONGEST_UNIT + "}");

  private GuessedFirst() {}

  /** The password without the person's own names. */
  static String without(String plain, String signInName, String name) {
    String rest = plain;
    for (String own : List.of(signInName, name.toLowerCase(Locale.ROOT))) {
      rest = own.length() < 2 ? rest : rest.replace(own, "");
    }
    return rest;
  }

  /** In the words of the form; empty for one that is not guessed first. */
  static Optional<String> problem(String plain) {
    if (plain.codePoints().distinct().count() < FEWEST_CHARACTERS
        || REPEATED.matcher(plain).matches()) {
      return Optional.of("密码里翻来覆去只有几个字，很容易猜到，请换一个。");
    }
    if (walks(plain)) {
      return Optional.of("密码是键盘或数字的顺序，很容易猜到，请换一个。");
    }
    String stem = letters(plain);
    if (stem.isEmpty()
        || STEMS.contains(stem)
        || STEMS.contains(letters(undisguised(plain)))
        || STEMS.contains(letters(undisguised(AROUND.matcher(plain).replaceAll(""))))) {
      return Optional.of("密码太常见，会被最先试到，请换几个不相干的词。");
    }
    return Optional.empty();
  }

  private static String letters(String text) {
    return DRESSING.matcher(text).replaceAll("");
  }

  /** p@ssw0rd is password to whoever guesses. */
  private static String undisguised(String text) {
    return text.replace('@', 'a')
        .replace('0', 'o')
        .replace('1', 'l')
        .replace('3', 'e')
        .replace('$', 's')
        .replace('5', 's');
  }

  /** Whether a walk covers it but for a few characters. */
  private static boolean walks(String plain) {
    int longest = 0;
    for (String walk : WALKS) {
      for (int from = 0; from < plain.length(); from++) {
        int to = from + 1;
        while (to <= plain.length() && walk.contains(plain.substring(from, to))) {
          to++;
        }
        longest = Math.max(longest, to - 1 - from);
      }
    }
    return plain.length() - longest < SHORTEST_STEM_LEFT;
  }
}
