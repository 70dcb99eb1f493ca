package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.store.DelegationViews;

class DelegationsTest {
  private final Office office = new Office();
  private final Delegations delegations = office.get(Delegations.class);
  private final Access access = office.get(Access.class);

  @SuppressWarnings("NullAway.Init")
  private SignedIn zhang;

  private long li;

  @BeforeEach
  void oneInEachCounty() {
    zhang = office.reporterOf(Office.RENCHENG, "zhangsan");
    li = office.reporterOf(Office.WEISHAN, "lisi").personId();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private long lend(SignedIn by, String to, int days) {
    LocalDate from = office.today();
    return by.call(() -> delegations.lend(to, from, from.plusDays(days - 1)));
  }

  private Misfilled refused(SignedIn by, String to, int days) {
    return catchThrowableOfType(Misfilled.class, () -> lend(by, to, days));
  }

  private SignedIn inPost(long person, long post) {
    List<Post> held = access.postsOf(person);
    Post used = held.stream().filter(one -> one.id() == post).findFirst().orElseThrow();
    boolean zhangs = person == zhang.personId();
    return new SignedIn(person, zhangs ? "zhangsan" : "lisi", zhangs ? "张三" : "李四", used, held);
  }

  private @Nullable Void end(SignedIn by, long delegation) {
    return by.call(() -> {
      delegations.end(delegation);
      return null;
    });
  }

  @Test
  void the_delegate_acts_in_that_post_under_their_own_name_and_sees_its_area_alone() {
    long lent = lend(zhang, "lisi", 3);
    assertThat(access.postsOf(li)).extracting(Post::title).containsExactly("微山县填报岗", "任城区填报岗（代）");
    SignedIn delegate = inPost(li, lent);
    assertThat(delegate.post().areaCode()).isEqualTo(Office.RENCHENG);
    assertThat(delegate.post().may(Permission.REPORT_PROGRESS)).isTrue();
    assertThat(delegate.<List<String>, RuntimeException>call(office::areasOfVisiblePosts))
        .containsExactly(Office.RENCHENG);
    assertThat(
            inPost(li, access.postsOf(li).getFirst().id())
                .<List<String>, RuntimeException>call(office::areasOfVisiblePosts))
        .containsExactly(Office.WEISHAN);
    assertThat(zhang.post().id()).isEqualTo(access.postsOf(zhang.personId()).getFirst().id());
  }

  @Test
  void it_is_held_from_its_first_day_to_its_last_and_then_ends_by_itself() {
    LocalDate from = office.today().plusDays(1);
    zhang.call(() -> delegations.lend("lisi", from, from.plusDays(1)));
    assertThat(access.postsOf(li)).hasSize(1);
    office.dayIs(from.toString());
    assertThat(access.postsOf(li)).hasSize(2);
    office.dayIs(from.plusDays(1).toString());
    assertThat(access.postsOf(li)).hasSize(2);
    office.dayIs(from.plusDays(2).toString());
    assertThat(access.postsOf(li)).hasSize(1);
  }

  @Test
  void the_lender_takes_it_back_and_the_delegate_gives_it_back() {
    long first = lend(zhang, "lisi", 3);
    end(zhang, first);
    assertThat(access.postsOf(li)).hasSize(1);
    long second = lend(zhang, "lisi", 3);
    end(inPost(li, second), second);
    assertThat(access.postsOf(li)).hasSize(1);
    assertThatThrownBy(() -> end(zhang, second))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("已经结束");
  }

  @Test
  void nobody_else_ends_it() {
    long lent = lend(zhang, "lisi", 3);
    SignedIn other = office.reporterOf(Office.RENCHENG, "wangwu");
    assertThatThrownBy(() -> end(other, lent)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> end(zhang, zhang.post().id())).isInstanceOf(Refusal.class);
    assertThat(access.postsOf(li)).hasSize(2);
    assertThat(access.postsOf(zhang.personId())).hasSize(1);
  }

  @Test
  void it_ends_with_the_post_it_was_lent_from() {
    lend(zhang, "lisi", 3);
    office
        .administrator()
        .call(() -> {
          access.endPost(zhang.post().id());
          return null;
        });
    assertThat(access.postsOf(li)).hasSize(1);
  }

  @Test
  void a_lent_post_is_not_lent_on() {
    long lent = lend(zhang, "lisi", 3);
    office.reporterOf(Office.WEISHAN, "wangwu");
    assertThatThrownBy(() -> lend(inPost(li, lent), "wangwu", 2))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("不能再委托");
    assertThatThrownBy(() ->
            office
                .seeingEverything()
                .sql(
                    """
                    insert into access.post
                      (person, title, kind, area, held_from, held_to, given_at, lent_from)
                    select person, '转代理', kind, area, held_from, held_to, given_at, id
                    from access.post where id = :lent
                    """)
                .param("lent", lent)
                .update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("lent_as_it_is");
  }

  @Test
  void no_administrators_post_is_lent_and_no_administrator_is_a_delegate() {
    assertThatThrownBy(() -> lend(office.administrator(), "lisi", 3))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RIGHTS));
    for (PostKind kind :
        List.of(
            PostKind.ADMINISTRATOR,
            PostKind.SECURITY_ADMINISTRATOR,
            PostKind.AUDIT_ADMINISTRATOR)) {
      String name = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      office.person(name, kind, Office.RENCHENG);
      assertThat(refused(zhang, name, 3).problems().get("delegate")).contains("不兼任");
    }
  }

  @Test
  void a_delegate_is_not_made_an_administrator_meanwhile() {
    lend(zhang, "lisi", 3);
    office
        .administrator()
        .call(() -> {
          access.endPost(access.postsOf(li).getFirst().id());
          return null;
        });
    NewPost audit =
        new NewPost(
            PostKind.AUDIT_ADMINISTRATOR, "审计管理岗", Office.WEISHAN, null, office.today(), null);
    assertThatThrownBy(() -> office.administrator().call(() -> access.givePost(li, audit)))
        .isInstanceOf(Misfilled.class);
  }

  @Test
  void wrong_entries_are_named() {
    assertThat(refused(zhang, "nobody", 3).problems()).containsOnlyKeys("delegate");
    assertThat(refused(zhang, "zhangsan", 3).problems()).containsOnlyKeys("delegate");
    assertThat(refused(zhang, "lisi", 0).problems()).containsOnlyKeys("lastDay");
    LocalDate yesterday = office.today().minusDays(1);
    Misfilled past =
        catchThrowableOfType(
            Misfilled.class,
            () -> zhang.call(() -> delegations.lend("", yesterday, office.today())));
    assertThat(past.problems()).containsOnlyKeys("delegate", "from");
    lend(zhang, "lisi", 3);
    assertThat(refused(zhang, "lisi", 2).problems().get("delegate")).contains("已经委托");
  }

  @Test
  void a_delegation_is_no_longer_than_the_post() {
    LocalDate last = office.today().plusDays(1);
    NewPost shortly =
        new NewPost(
            PostKind.SUPERVISOR, "短期岗", Office.RENCHENG, null, office.today(), last.plusDays(1));
    long post = office.administrator().call(() -> access.givePost(zhang.personId(), shortly));
    SignedIn inShort = inPost(zhang.personId(), post);
    assertThat(refused(inShort, "lisi", 3).problems().get("lastDay")).contains(last.toString());
    assertThat(lend(inShort, "lisi", 2)).isPositive();
  }

  @Test
  void both_see_it_and_nobody_else() {
    lend(zhang, "lisi", 3);
    DelegationViews views = office.get(DelegationViews.class);
    assertThat(views.of(zhang.personId()))
        .singleElement()
        .satisfies(one -> assertThat(one.mine()).isFalse());
    assertThat(views.of(li)).singleElement().satisfies(one -> assertThat(one.mine()).isTrue());
    assertThat(views.of(office.reporterOf(Office.RENCHENG, "wangwu").personId())).isEmpty();
    assertThat(new Scope(List.of(Office.WEISHAN)).call(views::inScope)).isEmpty();
    assertThat(new Scope(List.of(Office.RENCHENG)).call(views::inScope)).hasSize(1);
  }
}
