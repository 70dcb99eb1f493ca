package org.zhengling.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.AsTheProgram;

/** Households: who belongs to which on a day. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseholdsTest {
  private static final LocalDate DAY = Town.DAY;

  private final Town town = new Town();
  private final Households households = town.households;

  @AfterAll
  void close() {
    town.close();
  }

  private long join(long household, long resident, Relation relation, LocalDate from) {
    return town.rencheng.call(() -> households.join(household, resident, relation, from, "户口簿"));
  }

  private void leave(long membership, LocalDate to) {
    town.rencheng.call(() -> {
      households.leave(membership, to, "分户");
      return true;
    });
  }

  private List<Long> members(long household, LocalDate day) {
    return town.rencheng.call(() -> households.members(household, day)).stream()
        .map(Membership::resident)
        .toList();
  }

  @Test
  void members_are_those_of_the_day() {
    long head = town.enter(town.rencheng, "户主甲");
    long child = town.enter(town.rencheng, "孩子甲");
    long household = town.household(town.rencheng, head);
    long membership = join(household, child, Relation.CHILD, DAY.minusDays(10));
    leave(membership, DAY);
    assertThat(members(household, DAY.minusDays(11))).containsExactly(head);
    assertThat(members(household, DAY.minusDays(10))).containsExactly(head, child);
    assertThat(members(household, DAY.minusDays(1))).containsExactly(head, child);
    assertThat(members(household, DAY)).containsExactly(head);
    assertThat(town.rencheng.call(() -> households.of(child, DAY))).isEmpty();
    assertThat(town.rencheng.call(() -> households.historyOf(child))).hasSize(1);
  }

  @Test
  void a_person_is_in_one_household_on_a_day() {
    long first = town.household(town.rencheng, town.enter(town.rencheng, "户主乙"));
    long second = town.household(town.rencheng, town.enter(town.rencheng, "户主丙"));
    long person = town.enter(town.rencheng, "成员乙");
    long membership = join(first, person, Relation.SPOUSE, DAY);
    assertThatThrownBy(() -> join(second, person, Relation.CHILD, DAY.plusDays(3)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("一人一天只能属于一个家庭");
    leave(membership, DAY.plusDays(3));
    join(second, person, Relation.CHILD, DAY.plusDays(3));
    assertThat(members(first, DAY.plusDays(3))).doesNotContain(person);
    assertThat(members(second, DAY.plusDays(3))).contains(person);
  }

  @Test
  void a_household_has_one_head_on_a_day() {
    long household = town.household(town.rencheng, town.enter(town.rencheng, "户主丁"));
    long other = town.enter(town.rencheng, "也想当");
    assertThatThrownBy(() -> join(household, other, Relation.HEAD, DAY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("已经有户主");
  }

  @Test
  void what_was_entered_by_mistake_never_was() {
    long household = town.household(town.rencheng, town.enter(town.rencheng, "户主戊"));
    long person = town.enter(town.rencheng, "不是这家");
    long membership = join(household, person, Relation.CHILD, DAY.minusYears(1));
    town.rencheng.call(() -> {
      households.withdraw(membership, "看错了户口簿");
      return true;
    });
    assertThat(members(household, DAY)).doesNotContain(person);
    join(
        town.household(town.rencheng, town.enter(town.rencheng, "户主己")),
        person,
        Relation.CHILD,
        DAY.minusYears(1));
  }

  @Test
  void a_household_moves_with_its_members_and_keeps_its_addresses() {
    long head = town.enter(town.rencheng, "搬家户");
    long household = town.household(town.rencheng, head);
    String street = "370811002000";
    town.rencheng.call(() -> {
      households.move(household, street, "新路 2 号", DAY, "房产证");
      return true;
    });
    assertThat(town.rencheng.call(() -> town.residents.byId(head)).orElseThrow().area())
        .isEqualTo(street);
    assertThat(town.rencheng.call(() -> households.byId(household)).orElseThrow().area())
        .isEqualTo(street);
    assertThat(
            town.rencheng
                .call(() -> town.facts.on(household, FactKind.ADDRESS, DAY.minusDays(1)))
                .orElseThrow()
                .value())
        .isEqualTo("示例路 1 号");
    assertThat(
            town.rencheng
                .call(() -> town.facts.on(household, FactKind.ADDRESS, DAY))
                .orElseThrow()
                .value())
        .isEqualTo("新路 2 号");
  }

  @Test
  void of_households_that_take_somebody_at_once_one_does() throws Exception {
    long person = town.enter(town.rencheng, "都要他");
    List<Callable<Boolean>> clerks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      long household = town.household(town.rencheng, town.enter(town.rencheng, "抢人户"));
      clerks.add(
          AsTheProgram.also(() -> {
            try {
              join(household, person, Relation.CHILD, DAY);
              return true;
            } catch (Refusal refused) {
              return false;
            }
          }));
    }
    int joined = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (Future<Boolean> one : threads.invokeAll(clerks)) {
        joined += one.get() ? 1 : 0;
      }
    }
    assertThat(joined).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {20200920, 53, 12})
  void however_people_come_and_go_days_never_overlap(long seed) {
    Random random = new Random(seed);
    List<Long> homes = new ArrayList<>();
    List<Long> people = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      homes.add(town.household(town.rencheng, town.enter(town.rencheng, "随机户主")));
      people.add(town.enter(town.rencheng, "随机成员"));
    }
    for (int step = 0; step < 60; step++) {
      long person = people.get(random.nextInt(people.size()));
      long home = homes.get(random.nextInt(homes.size()));
      LocalDate day = DAY.plusDays(random.nextInt(40));
      try {
        var open =
            town.rencheng.call(() -> households.historyOf(person)).stream()
                .filter(one -> one.days().to() == null)
                .findFirst();
        if (open.isPresent() && !day.isBefore(open.get().days().from())) {
          leave(open.get().id(), day);
        } else {
          join(home, person, Relation.CHILD, day);
        }
      } catch (Refusal refused) {
        assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT);
      }
    }
    for (long person : people) {
      for (int offset = 0; offset < 45; offset++) {
        LocalDate day = DAY.plusDays(offset);
        long places = homes.stream().filter(home -> members(home, day).contains(person)).count();
        assertThat(places).as("seed " + seed + ", " + person + " on " + day).isLessThanOrEqualTo(1);
      }
    }
  }
}
