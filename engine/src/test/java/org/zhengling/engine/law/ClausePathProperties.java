package org.zhengling.engine.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.zhengling.engine.law.ClausePath.Kind;
import org.zhengling.engine.law.ClausePath.Segment;

class ClausePathProperties {
  @Property
  void what_is_printed_is_read_back(@ForAll("paths") ClausePath path) {
    assertThat(new ClausePath(path.text())).isEqualTo(path);
    assertThat(ClausePath.of(path.segments())).isEqualTo(path);
    String typed = path.text().replace('(', '（').replace(')', '）').replace(" ", "　 ");
    assertThat(ClausePath.parse(typed)).isEqualTo(path);
  }

  @Property
  void a_child_follows_its_parent_and_is_covered_by_it(@ForAll("paths") ClausePath path) {
    path.parent()
        .ifPresent(parent -> {
          assertThat(parent).isLessThan(path);
          assertThat(parent.covers(path)).isTrue();
          assertThat(path.covers(parent)).isFalse();
          assertThat(parent.child(path.segments().getLast())).isEqualTo(path);
        });
  }

  @Property
  void order_agrees_with_equality_and_is_antisymmetric(
      @ForAll("paths") ClausePath one, @ForAll("paths") ClausePath other) {
    assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(-Integer.signum(other.compareTo(one)));
  }

  @Property
  void numerals_are_ordered_by_value(
      @ForAll @IntRange(min = 1, max = 9999) int one,
      @ForAll @IntRange(min = 1, max = 9999) int other) {
    ClausePath first = ClausePath.of(Kind.BRACKETED, one);
    ClausePath second = ClausePath.of(Kind.BRACKETED, other);
    assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Integer.signum(one - other));
  }

  @Provide
  Arbitrary<ClausePath> paths() {
    Arbitrary<List<Kind>> kinds =
        Arbitraries.of(
                Kind.VOLUME,
                Kind.PART,
                Kind.SUBPART,
                Kind.CHAPTER,
                Kind.ARTICLE,
                Kind.ITEM,
                Kind.BRACKETED,
                Kind.STAGE,
                Kind.NUMBER,
                Kind.BRACKETED_NUMBER)
            .set()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(set -> set.stream().sorted().toList());
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(1, 9999).list().ofSize(5),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(-1, 12))
        .as(ClausePathProperties::path);
  }

  private static ClausePath path(
      List<Kind> kinds, List<Integer> numbers, int occurrence, int annex) {
    List<Segment> segments = new ArrayList<>();
    if (annex >= 0) {
      segments.add(new Segment(Kind.ANNEX, annex, 1));
    }
    for (int i = 0; i < kinds.size(); i++) {
      segments.add(new Segment(kinds.get(i), numbers.get(i), occurrence));
    }
    return ClausePath.of(segments);
  }
}
