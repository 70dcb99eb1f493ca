package org.zhengling.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.engine.time.DateRange;
import org.zhengling.platform.AsTheProgram;
import org.zhengling.platform.CityHall;

/** Merging and splitting people who were entered twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuplicatesTest {
  private final Town town = new Town();
  private final Residents residents = town.residents;

  @AfterAll
  void close() {
    town.close();
  }

  private long merge(long kept, long dropped) {
    return town.rencheng.call(() -> residents.merge(kept, dropped, "同一人，照片和指纹相符"));
  }

  private void split(long merge) {
    town.rencheng.call(() -> {
      residents.split(merge, "不是同一人");
      return true;
    });
  }

  private long withoutNumber(String name) {
    return Town.accepted(
        town.rencheng.call(() ->
            residents.enter(
                NewResident.without(name, WithoutNumber.OTHER, CityHall.RENCHENG, "自述"))));
  }

  private void phone(long resident, String phone) {
    town.rencheng.call(() ->
        town.facts.record(resident, FactKind.PHONE, phone, new DateRange(Town.DAY, null), "本人"));
  }

  private Set<String> phones(long resident) {
    return town.rencheng.call(() -> town.facts.history(resident)).stream()
        .map(Fact::value)
        .collect(Collectors.toSet());
  }

  @Test
  void after_a_merge_both_numbers_lead_to_the_kept_one_and_a_split_restores() {
    IdNumber number = town.number();
    long kept = town.enter(town.rencheng, "留下的", number);
    long dropped = withoutNumber("并入的");
    phone(kept, "13900000001");
    phone(dropped, "13900000002");
    long household = town.household(town.rencheng, dropped);
    long merge = merge(kept, dropped);

    assertThat(town.rencheng.call(() -> residents.byId(dropped)).orElseThrow().id())
        .isEqualTo(kept);
    assertThat(town.rencheng.call(() -> residents.allOf(dropped)))
        .containsExactlyInAnyOrder(kept, dropped);
    assertThat(phones(dropped)).containsExactlyInAnyOrder("13900000001", "13900000002");
    assertThat(town.rencheng.call(() -> town.households.members(household, Town.DAY)))
        .extracting(Membership::resident)
        .containsExactly(kept);
    phone(dropped, "13900000003");

    split(merge);
    assertThat(town.rencheng.call(() -> residents.byId(dropped)).orElseThrow().name())
        .isEqualTo("并入的");
    assertThat(phones(dropped)).containsExactly("13900000002");
    assertThat(phones(kept)).containsExactlyInAnyOrder("13900000001", "13900000003");
    assertThat(town.rencheng.call(() -> town.households.members(household, Town.DAY)))
        .extracting(Membership::resident)
        .containsExactly(dropped);
    assertThat(town.rencheng.call(() -> residents.merges(kept)))
        .singleElement()
        .satisfies(one -> assertThat(one.splitGround()).isEqualTo("不是同一人"));
    assertThatThrownBy(() -> split(merge)).hasMessageContaining("已经拆分");
  }

  @Test
  void who_has_a_number_is_the_one_to_keep() {
    long with = town.enter(town.rencheng, "有号");
    long without = withoutNumber("无号");
    assertThatThrownBy(() -> merge(without, with)).hasMessageContaining("保留有身份证号");
  }

  @Test
  void two_households_at_once_are_settled_before_a_merge() {
    long first = town.enter(town.rencheng, "两家人");
    long second = withoutNumber("两家人");
    town.household(town.rencheng, first);
    town.household(town.rencheng, second);
    assertThatThrownBy(() -> merge(first, second))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("一天只能属于一个家庭");
    assertThat(town.rencheng.call(() -> residents.byId(second)).orElseThrow().id())
        .isEqualTo(second);
  }

  @Test
  void of_merges_in_both_directions_at_once_one_is_done() throws Exception {
    for (int round = 0; round < 5; round++) {
      long first = withoutNumber("对合甲");
      long second = withoutNumber("对合乙");
      List<Callable<Boolean>> both = new ArrayList<>();
      both.add(AsTheProgram.also(() -> merged(first, second)));
      both.add(AsTheProgram.also(() -> merged(second, first)));
      int done = 0;
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        for (Future<Boolean> one : threads.invokeAll(both)) {
          done += one.get() ? 1 : 0;
        }
      }
      assertThat(done).isEqualTo(1);
      assertThat(town.rencheng.call(() -> residents.kept(List.of(first, second))).values())
          .containsOnly(town.rencheng.call(() -> residents.byId(first)).orElseThrow().id());
    }
  }

  private boolean merged(long kept, long dropped) {
    try {
      merge(kept, dropped);
      return true;
    } catch (Refusal refused) {
      return false;
    }
  }

  @Test
  void who_sees_only_one_of_the_two_merges_nobody() {
    long mine = withoutNumber("本地的");
    long foreign = town.enter(town.weishan, "外地的");
    assertThatThrownBy(() -> merge(mine, foreign)).hasMessageContaining("都在您的区划内");
    assertThatThrownBy(() ->
            town.rencheng.call(() ->
                town.hall
                    .jdbc()
                    .sql("select registry.keep_as(" + foreign + ", " + mine + ")")
                    .query()
                    .listOfRows()))
        .hasStackTraceContaining("row-level security");
  }

  /** A model beside the register: who leads where, whose fact is whose. */
  @ParameterizedTest
  @ValueSource(longs = {1, 20200828, 770})
  void however_merges_and_splits_follow_no_fact_is_lost_or_changes_its_owner(long seed) {
    Random random = new Random(seed);
    List<Long> people = new ArrayList<>();
    Map<Long, Long> parent = new HashMap<>();
    Map<Long, Set<String>> own = new HashMap<>();
    Deque<Long> merges = new ArrayDeque<>();
    Map<Long, Long> droppedBy = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      long id = withoutNumber("随机");
      people.add(id);
      own.put(id, new TreeSet<>());
    }
    for (int step = 0; step < 40; step++) {
      long one = people.get(random.nextInt(people.size()));
      long other = people.get(random.nextInt(people.size()));
      switch (random.nextInt(3)) {
        case 0 -> {
          String phone = "139" + seed % 100 + "000" + step;
          phone(one, phone);
          Objects.requireNonNull(own.get(root(parent, one))).add(phone);
        }
        case 1 -> {
          if (root(parent, one) == one && root(parent, other) == other && one != other) {
            long merge = merge(one, other);
            parent.put(other, one);
            merges.push(merge);
            droppedBy.put(merge, other);
          }
        }
        default -> {
          if (!merges.isEmpty()) {
            long merge = merges.pop();
            split(merge);
            parent.remove(Objects.requireNonNull(droppedBy.get(merge)));
          }
        }
      }
    }
    for (long person : people) {
      long root = root(parent, person);
      Set<String> expected =
          people.stream()
              .filter(one -> root(parent, one) == root)
              .flatMap(one -> Objects.requireNonNull(own.get(one)).stream())
              .collect(Collectors.toSet());
      assertThat(town.rencheng.call(() -> residents.byId(person)).orElseThrow().id())
          .as("seed " + seed)
          .isEqualTo(root);
      assertThat(phones(person)).as("seed " + seed).isEqualTo(expected);
    }
  }

  private static long root(Map<Long, Long> parent, long one) {
    long at = one;
    for (Long up = parent.get(at); up != null; up = parent.get(at)) {
      at = up;
    }
    return at;
  }
}
