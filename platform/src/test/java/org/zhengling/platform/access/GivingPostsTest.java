package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.store.PeopleViews;

class GivingPostsTest {
  private final Office office = new Office();
  private final Access access = office.get(Access.class);

  @AfterEach
  void close() {
    office.close();
  }

  private NewPost post(String area, LocalDate from, @Nullable LocalDate to) {
    return new NewPost(PostKind.SUPERVISOR, "督查岗", area, null, from, to);
  }

  private @Nullable Void end(long post) {
    access.endPost(post);
    return null;
  }

  @Test
  void a_post_is_held_from_its_first_day_to_the_day_before_its_end() {
    SignedIn zhang = office.reporterOf(Office.RENCHENG, "zhangsan");
    LocalDate from = LocalDate.of(2020, 10, 1);
    long id =
        office
            .administrator()
            .call(() ->
                access.givePost(zhang.personId(), post(Office.WEISHAN, from, from.plusDays(2))));
    for (String held : new String[] {"2020-10-01", "2020-10-02"}) {
      office.dayIs(held);
      assertThat(access.postsOf(zhang.personId())).extracting(Post::id).contains(id);
    }
    for (String not : new String[] {"2020-09-30", "2020-10-03"}) {
      office.dayIs(not);
      assertThat(access.postsOf(zhang.personId())).extracting(Post::id).doesNotContain(id);
    }
  }

  @Test
  void without_a_sign_in_nobody_is_entered() {
    assertThatThrownBy(() ->
            access.createPerson(
                new NewPerson("lisi", "李四", false), office.reporter(Office.WEISHAN)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RIGHTS));
  }

  @Test
  void a_reporter_cannot_give_posts_and_reads_why() {
    SignedIn zhang = office.reporterOf(Office.RENCHENG, "zhangsan");
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                zhang.call(
                    () -> access.givePost(zhang.personId(), office.reporter(Office.RENCHENG))));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RIGHTS);
    assertThat(refusal.happened()).isEqualTo("没有执行。您现在的岗位（任城区填报岗）不能设置人员和岗位。");
    assertThat(refusal.todo()).isNotBlank();
  }

  @Test
  void an_administrator_of_a_county_gives_posts_of_that_county_alone() {
    long person = office.person("quguan", PostKind.ADMINISTRATOR, Office.RENCHENG);
    SignedIn county = office.at(person, "quguan");
    Misfilled problem =
        catchThrowableOfType(
            Misfilled.class,
            () ->
                county.call(() ->
                    access.createPerson(
                        new NewPerson("lisi", "李四", false), office.reporter(Office.WEISHAN))));
    assertThat(problem.problems()).containsOnlyKeys("area");
    county.call(() ->
        access.createPerson(new NewPerson("lisi", "李四", false), office.reporter("370811002000")));
    assertThat(
            county.<Integer, RuntimeException>call(
                () -> office.get(PeopleViews.class).inScope(office.today()).size()))
        .isEqualTo(2);
  }

  @Test
  void the_last_administrator_stays() {
    SignedIn first = office.administrator();
    assertThatThrownBy(() -> first.call(() -> end(first.post().id())))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    assertThat(access.postsOf(first.personId())).hasSize(1);
  }

  @Test
  void a_post_is_ended_once() {
    SignedIn zhang = office.reporterOf(Office.RENCHENG, "zhangsan");
    SignedIn first = office.administrator();
    first.call(() -> end(zhang.post().id()));
    assertThat(access.postsOf(zhang.personId())).isEmpty();
    assertThatThrownBy(() -> first.call(() -> end(zhang.post().id())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("已经停用");
  }

  @Test
  void a_sign_in_name_belongs_to_one_person() {
    office.enter("zhangsan", Office.RENCHENG);
    Misfilled problem =
        catchThrowableOfType(Misfilled.class, () -> office.enter("ZhangSan", Office.WEISHAN));
    assertThat(problem.problems()).containsOnlyKeys("signInName");
  }

  @Test
  void the_last_day_cannot_lie_before_the_first() {
    SignedIn zhang = office.reporterOf(Office.RENCHENG, "zhangsan");
    LocalDate day = office.today();
    Misfilled problem =
        catchThrowableOfType(
            Misfilled.class,
            () ->
                office
                    .administrator()
                    .call(
                        () -> access.givePost(zhang.personId(), post(Office.RENCHENG, day, day))));
    assertThat(problem.problems()).containsOnlyKeys("lastDay");
  }

  @Test
  void the_list_shows_people_with_their_posts() {
    office.reporterOf(Office.RENCHENG, "zhangsan");
    var people =
        office
            .administrator()
            .<java.util.List<PeopleViews.PersonLine>, RuntimeException>call(
                () -> office.get(PeopleViews.class).inScope(office.today()));
    assertThat(people)
        .extracting(PeopleViews.PersonLine::signInName)
        .containsExactly("guanli", "zhangsan");
    assertThat(people.getLast().posts())
        .extracting(PeopleViews.PostLine::title)
        .containsExactly("任城区填报岗");
    assertThat(office.get(PeopleViews.class).inScope(office.today())).isEmpty();
  }
}
