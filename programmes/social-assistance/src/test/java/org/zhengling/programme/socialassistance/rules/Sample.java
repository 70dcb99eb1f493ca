package org.zhengling.programme.socialassistance.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.verification.Report;
import org.zhengling.engine.verification.Source;
import org.zhengling.engine.verification.Topic;

/** Numbers and households of the worked examples. */
final class Sample {
  static final Numbers.Limits LIMITS = new Numbers.Limits(24, 0, 1, 0, 0, "示例财产规定");
  static final Map<Extra, Integer> EXTRAS =
      Map.of(
          Extra.ELDERLY, 10, Extra.MINOR, 10, Extra.SEVERELY_DISABLED, 20, Extra.SERIOUSLY_ILL, 20);

  private Sample() {}

  static Numbers numbers(long standardFen) {
    return new Numbers(Edition.OF_2012, new Money(standardFen), "示例城市低保标准", LIMITS, EXTRAS);
  }

  static MemberFacts member(long person, long windowFen, Extra... extras) {
    return new MemberFacts(person, new Money(windowFen), Money.ZERO, 0, 0, 0, 0, Set.of(extras));
  }

  static Report.Open open(Topic topic) {
    return new Report.Open(topic, List.of(new Source("source", "示例来源", Set.of(topic), Set.of())));
  }

  static Judgement judge(Household household, Numbers numbers, Topic... open) {
    return Eligibility.judge(
        household,
        java.util.Arrays.stream(open).map(Sample::open).toList(),
        numbers,
        List.of(),
        List.of());
  }
}
