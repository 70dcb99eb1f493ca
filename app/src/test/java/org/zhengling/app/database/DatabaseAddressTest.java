package org.zhengling.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.Refusal;

class DatabaseAddressTest {
  @ParameterizedTest
  @CsvSource({
    "postgresql://u:p@db:5433/city, jdbc:postgresql://db:5433/city, u, p",
    "postgres://u:p@db/city, jdbc:postgresql://db:5432/city, u, p",
    "jdbc:postgresql://db:5433/city?user=u&password=p, jdbc:postgresql://db:5433/city, u, p",
    "jdbc:postgresql://db/city, jdbc:postgresql://db:5432/city, from-variable, kept-apart",
    "postgresql://u@db/city, jdbc:postgresql://db:5432/city, u, kept-apart",
    "' postgresql://u:p@db/city ', jdbc:postgresql://db:5432/city, u, p",
    "postgresql://u:a:b%40c@db/city, jdbc:postgresql://db:5432/city, u, a:b@c",
    "postgresql://u:1+1@db/city, jdbc:postgresql://db:5432/city, u, 1+1",
    "postgresql://u:p@[::1]:5433/city, jdbc:postgresql://[::1]:5433/city, u, p",
    "postgresql://u:p@db/city?sslmode=require, jdbc:postgresql://db:5432/city?sslmode=require, u,"
        + " p",
    "jdbc:postgresql://db/city?ssl=true&user=u&password=p&x=1,"
        + " jdbc:postgresql://db:5432/city?ssl=true&x=1, u, p"
  })
  void bothFormsAreRead(String text, String url, String user, String password) {
    assertThat(DatabaseAddress.parse(text, "from-variable", "kept-apart"))
        .isEqualTo(new DatabaseAddress(url, user, password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "city",
        "localhost:5432/city",
        "mysql://u:p@db/city",
        "jdbc:oracle:thin:@db:1521/city",
        "postgresql://u:p@db",
        "postgresql://u:p@db/",
        "postgresql:///city",
        "postgresql://u:p@ss@db/city",
        "postgresql://u:50%@db/city",
        "postgresql://u:p@db:port/city",
        "postgresql://:p@db/city",
        "postgresql://db/city"
      })
  void anythingElseIsRefusedWithTheFormToWrite(String text) {
    assertThatThrownBy(() -> DatabaseAddress.parse(text, "", "secret"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OUTSIDE))
        .hasMessageStartingWith("没有启动。ZL_DATABASE_URL 读不懂。")
        .hasMessageContaining("postgresql://用户:密码@主机:端口/库名")
        .hasMessageNotContaining("secret");
  }

  @Test
  void thePasswordIsNeverPrinted() {
    assertThat(DatabaseAddress.parse("postgresql://u:hidden@db/city", "", ""))
        .hasToString("jdbc:postgresql://db:5432/city as u");
  }
}
