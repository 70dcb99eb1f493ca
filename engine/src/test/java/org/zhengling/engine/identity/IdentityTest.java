package org.zhengling.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.identity.Identity.Fault;
import org.zhengling.engine.identity.Identity.Invalid;

class IdentityTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002X",
        "440524188001010014",
        "370802201402280000",
        "370822198302280004",
        "370882199202290003",
        "37088319920229000X",
        " 11010519491231002x\t"
      })
  void aResidentNumberIsKnownWhateverItsArea(String text) {
    assertThat(Identity.check(text)).isInstanceOf(IdNumber.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11370800004234373R",
        "11370881004339597L",
        "121200004013590816",
        "913101203509708598",
        "9162010567592034XQ",
        "91620105L015101280",
        " 11370800004234373r "
      })
  void aCreditCodeIsKnownAlsoWithoutLetters(String text) {
    assertThat(Identity.check(text)).isInstanceOf(CreditCode.class);
  }

  @ParameterizedTest
  @CsvSource({
    "370811202102300007, invalid-date, 出生日期 20210230 不存在",
    "370811202404310008, invalid-date, 出生日期 20240431 不存在",
    "110105194912310021, invalid-checksum, 校验码不符，请逐位核对",
    "110105194913310022, invalid-checksum, 校验码不符，请逐位核对；出生日期 19491331 不存在",
    "37O811198302280005, invalid-format, 第 3 位是字母 O，请改成数字 0",
    "3708ll198302280005, invalid-format, 第 5 位是字母 l，请改成数字 1",
    "37081119830228000A, invalid-format, 第 18 位是字母 A，这里应为数字或 X",
    "３70811198302280005, invalid-format, 第 1 位是全角字符 ３，请改成半角 3",
    "3708111983022800-5, invalid-format, 第 17 位是“-”，这里应为数字",
    "370811 98302280005, invalid-format, 第 7 位是空格，请删去",
    "37081119830228, invalid-length, 居民身份证号码应为 18 位，现为 14 位",
    "370811 19830228 0005, invalid-length, 居民身份证号码应为 18 位，现为 20 位，请删去中间的空格",
    "'', invalid-length, 居民身份证号码应为 18 位，现为 0 位",
    "𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀𠀀, invalid-format, 第 1 位是“𠀀”，这里应为数字",
    "121200004I13590816, invalid-format, 第 10 位是字母 I，请改成数字 1",
    "91340600MV2PBM9HXD, invalid-format, 第 10 位是字母 V，这里应为数字或除 I、O、S、V、Z 外的大写字母",
    "91340600MA2PBM9HX, invalid-length, 统一社会信用代码应为 18 位，现为 17 位",
    "121200004013590616, invalid-checksum, 校验码不符，请逐位核对",
    "913110203509708598, invalid-checksum, 校验码不符，请逐位核对",
    "96120105750935948X, invalid-checksum, 校验码不符，请逐位核对"
  })
  void whatIsWrongIsSaidInOneSentence(String text, String code, String reason) {
    assertThat(Identity.check(text))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.reason()).isEqualTo(reason);
              assertThat(invalid.fault().code()).isEqualTo(code);
            });
  }

  @Test
  void aNumberTellsBirthSexAndAreaAndPrintsMasked() {
    IdNumber woman = number("370811198302280021");
    assertThat(woman.birthDate()).isEqualTo(LocalDate.of(1983, 2, 28));
    assertThat(woman.sex()).isEqualTo(IdNumber.Sex.FEMALE);
    assertThat(woman.areaCode()).isEqualTo("370811");
    assertThat(woman.text()).isEqualTo("370811198302280021");
    assertThat(woman.masked()).isEqualTo("370811********0021");
    assertThat(woman).hasToString("370811********0021");
    assertThat(woman.packed()).isEqualTo(37081119830228002L);
    assertThat(number("44011320141005001X").sex()).isEqualTo(IdNumber.Sex.MALE);
  }

  @Test
  void aDayOfBirthBefore1800IsNotBelieved() {
    assertThat(IdNumber.read("370811179912310001"))
        .isInstanceOfSatisfying(
            Invalid.class, invalid -> assertThat(invalid.fault()).isEqualTo(Fault.DATE));
    assertThatThrownBy(() -> new IdNumber(37081117991231000L))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingFaultyIsConstructed() {
    assertThatThrownBy(() -> new IdNumber(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new IdNumber(370811198302280020L))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CreditCode("11370800004234373L"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CreditCode("11370800004234373r"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everySharedVectorIsAnsweredAsItExpects() throws IOException {
    Path file =
        Path.of(System.getProperty("zl.root", "."))
            .resolveSibling("shared")
            .resolve("data/vectors/id_vectors.csv");
    assumeTrue(Files.exists(file), "../shared/data/vectors/id_vectors.csv is absent: skipped");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.subList(1, lines.size()))
        .hasSizeGreaterThan(200)
        .allSatisfy(line -> {
          String[] fields = line.split(",", 4);
          assertThat(expectationMet(fields)).as(line).isEqualTo(fields[1]);
        });
  }

  private static String expectationMet(String[] fields) {
    return switch (Identity.check(fields[2])) {
      case IdNumber _ -> fields[0].equals("GB11643") ? "valid" : "a resident number";
      case CreditCode _ -> fields[0].equals("GB32100") ? "valid" : "a credit code";
      case Invalid invalid -> invalid.fault().code();
    };
  }

  private static IdNumber number(String text) {
    return switch (IdNumber.read(text)) {
      case IdNumber number -> number;
      case Invalid invalid -> throw new AssertionError(invalid);
    };
  }
}
