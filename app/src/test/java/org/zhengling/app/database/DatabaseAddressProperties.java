package org.zhengling.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class DatabaseAddressProperties {
  /** Whatever stands in a password, encoded it arrives unchanged in both forms. */
  @Property
  void anEncodedPasswordArrivesUnchanged(
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String user,
      @ForAll @StringLength(min = 1, max = 40) String password,
      @ForAll @IntRange(min = 1, max = 65535) int port) {
    String place = "127.0.0.1:" + port + "/city";
    DatabaseAddress expected =
        new DatabaseAddress("jdbc:postgresql://" + place, user, valid(password));
    String encoded = encode(password);
    assertThat(DatabaseAddress.parse("postgresql://" + user + ":" + encoded + "@" + place, "", ""))
        .isEqualTo(expected);
    assertThat(
            DatabaseAddress.parse(
                "jdbc:postgresql://" + place + "?user=" + user + "&password=" + encoded, "", ""))
        .isEqualTo(expected);
    assertThat(DatabaseAddress.parse("postgresql://" + place, user, valid(password)))
        .isEqualTo(expected);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Half a surrogate pair is no character and cannot be sent anywhere. */
  private static String valid(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
