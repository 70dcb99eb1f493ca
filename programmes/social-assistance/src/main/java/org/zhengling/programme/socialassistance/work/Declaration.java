package org.zhengling.programme.socialassistance.work;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengling.engine.verification.Item;
import org.zhengling.programme.socialassistance.rules.Extra;
import org.zhengling.programme.socialassistance.rules.Relative;
import org.zhengling.programme.socialassistance.rules.Residence;

/**
 * What a family says of itself when it applies.
 *
 * @param household number in the register
 * @param family everybody who might belong, the applicant among them; the rules say who counts
 * @param items income and property, as far as they know
 * @param staff relatives who work on assistance or in the village committee
 * @param extras members of special classes whose papers were seen, beside those of age
 */
public record Declaration(
    long household,
    Residence residence,
    List<Relative> family,
    List<Item> items,
    List<StaffRelative> staff,
    Map<Long, Set<Extra>> extras) {
  public Declaration {
    family = List.copyOf(family);
    items = List.copyOf(items);
    staff = List.copyOf(staff);
    extras = new HashMap<>(extras);
  }

  /**
   * A relative who works where the application is handled.
   *
   * @param member of the family
   * @param relation Chinese: 妻弟
   * @param unit where the relative works
   */
  public record StaffRelative(long member, String name, String relation, String unit) {}

  /** The one who applies. */
  public long applicant() {
    return family.stream()
        .filter(one -> one.relation() == Relative.Relation.APPLICANT)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Maybe a declaration without applicant"))
        .person();
  }
}
