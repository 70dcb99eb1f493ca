package org.zhengling.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeAdministratorsTest {
  private final Office office = new Office();
  private final Access access = office.get(Access.class);
  private int made;

  @AfterAll
  void close() {
    office.close();
  }

  /** Every pair of kinds of which one administers. */
  static Stream<Arguments> pairs() {
    return Arrays.stream(PostKind.values())
        .flatMap(
            held -> Arrays.stream(PostKind.values()).map(wanted -> Arguments.of(held, wanted)));
  }

  private static boolean excluded(PostKind held, PostKind wanted) {
    return held != wanted && (held.administers() || wanted.administers());
  }

  private NewPost post(PostKind kind) {
    return new NewPost(kind, kind.chinese(), Office.WEISHAN, null, office.today(), null);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void two_kinds_go_together_unless_one_administers(PostKind held, PostKind wanted) {
    long person = office.person("ren" + ++made, held, Office.RENCHENG);
    if (excluded(held, wanted)) {
      Misfilled problem =
          catchThrowableOfType(
              Misfilled.class,
              () -> office.administrator().call(() -> access.givePost(person, post(wanted))));
      assertThat(problem.problems()).containsOnlyKeys("kind");
      assertThat(problem.problems().get("kind")).contains("互不兼任").contains(wanted.chinese());
      assertThatThrownBy(() -> insert(person, wanted))
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("administrators_are_separate");
      assertThat(access.postsOf(person)).hasSize(1);
    } else {
      office.administrator().call(() -> access.givePost(person, post(wanted)));
      assertThat(access.postsOf(person)).hasSize(2);
    }
  }

  /** Past every check of the program, as whoever owns the database could. */
  private void insert(long person, PostKind kind) {
    office
        .seeingEverything()
        .sql(
            """
            insert into access.post (person, title, kind, area, held_from, given_at)
            values (:person, '越权岗', :kind, '370826000000', date '2020-09-20', timestamptz '2020-09-20')
            """)
        .param("person", person)
        .param("kind", kind.name())
        .update();
  }

  @Test
  void who_lays_down_one_office_may_take_another_from_that_day() {
    long person = office.person("huan", PostKind.REPORTER, Office.RENCHENG);
    Post old = access.postsOf(person).getFirst();
    office
        .administrator()
        .call(() -> {
          access.endPost(old.id());
          return access.givePost(person, post(PostKind.AUDIT_ADMINISTRATOR));
        });
    assertThat(access.postsOf(person))
        .extracting(Post::kind)
        .containsExactly(PostKind.AUDIT_ADMINISTRATOR);
  }

  @Test
  void of_two_offices_given_at_the_same_moment_one_is_refused() throws Exception {
    long person = office.person("tongshi", PostKind.SECURITY_ADMINISTRATOR, Office.RENCHENG);
    Post old = access.postsOf(person).getFirst();
    SignedIn administrator = office.administrator();
    administrator.call(() -> {
      access.endPost(old.id());
      return old;
    });
    List<Callable<String>> both =
        Stream.of(PostKind.ADMINISTRATOR, PostKind.AUDIT_ADMINISTRATOR)
            .<Callable<String>>map(kind ->
                () ->
                    administrator.call(() -> {
                      try {
                        access.givePost(person, post(kind));
                        return "given";
                      } catch (Misfilled misfilled) {
                        return "refused";
                      }
                    }))
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(both).stream().map(Future::resultNow))
          .containsExactlyInAnyOrder("given", "refused");
    }
  }

  @Test
  void no_administrator_may_what_another_may() {
    List<PostKind> three = Arrays.stream(PostKind.values()).filter(PostKind::administers).toList();
    assertThat(three).hasSize(3);
    assertThat(three.stream().flatMap(kind -> kind.permissions().stream()))
        .doesNotHaveDuplicates()
        .doesNotContain(Permission.LEND_POST, Permission.REPORT_PROGRESS);
    assertThat(PostKind.AUDIT_ADMINISTRATOR.permissions()).containsExactly(Permission.READ_AUDIT);
  }
}
