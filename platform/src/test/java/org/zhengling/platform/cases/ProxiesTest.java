package org.zhengling.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.platform.access.Misfilled;
import org.zhengling.platform.cases.Proxies.Proxy;

/** Who acts for an applicant: with an authorisation among the papers, sealed, one at a time. */
class ProxiesTest {
  private static final IdNumber NUMBER = (IdNumber) IdNumber.read("11010519491231002X");

  private final Lamps lamps = new Lamps();
  private final Proxies proxies = lamps.city.get(Proxies.class);
  private final CaseFile file = lamps.open("one");

  @AfterEach
  void close() {
    lamps.close();
  }

  private long authorisation(CaseFile of) {
    byte[] paper = "授权书".getBytes(StandardCharsets.UTF_8);
    return lamps
        .officer()
        .call(() ->
            lamps
                .city
                .get(Documents.class)
                .add(of.id(), Lamps.form("paper " + of.id()), "授权书", "a.txt", paper))
        .id();
  }

  private void name(String form, String name, long document) {
    Proxy proxy = new Proxy(name, NUMBER, "13800000000", "女儿", document);
    lamps.as(lamps.clerk(), () -> proxies.name(file.id(), Lamps.form(form), proxy));
  }

  @Test
  void the_last_one_named_acts_until_it_ends() {
    long paper = authorisation(file);
    name("one proxy", "张一", paper);
    name("two proxy", "张二", paper);
    Proxy now = lamps.clerk().call(() -> proxies.of(file.id())).orElseThrow();
    assertThat(now.name()).isEqualTo("张二");
    assertThat(now.number()).isEqualTo(NUMBER);
    assertThat(now.toString()).doesNotContain("张二").doesNotContain("0949");
    lamps.as(lamps.clerk(), () -> proxies.end(file.id(), Lamps.form("end")));
    assertThat(lamps.clerk().call(() -> proxies.of(file.id()))).isEmpty();
    assertThatThrownBy(
            () -> lamps.as(lamps.clerk(), () -> proxies.end(file.id(), Lamps.form("end again"))))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void without_an_authorisation_of_this_case_nobody_acts() {
    long elsewhere = authorisation(lamps.open("two"));
    assertThatThrownBy(() -> name("proxy", " ", elsewhere))
        .isInstanceOfSatisfying(
            Misfilled.class, no -> assertThat(no.problems()).containsOnlyKeys("name", "document"));
    assertThat(lamps.clerk().call(() -> proxies.of(file.id()))).isEmpty();
  }

  @Test
  void nothing_of_it_can_be_read_in_the_table() {
    name("proxy", "张一", authorisation(file));
    assertThat(
            lamps
                .city
                .seeingEverything()
                .sql(
                    """
                    select count(*) from cases.action
                    where position('11010519491231002X' in encode(payload, 'escape')) > 0
                      or position('13800000000' in encode(payload, 'escape')) > 0
                    """)
                .query(Integer.class)
                .single())
        .isZero();
  }
}
