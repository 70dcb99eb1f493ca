package org.zhengling.programme.socialassistance.rules;

import java.time.LocalDate;
import java.util.List;
import org.zhengling.engine.law.Clause;
import org.zhengling.engine.law.ClauseId;
import org.zhengling.programme.socialassistance.rules.Relative.AtHome;
import org.zhengling.programme.socialassistance.rules.Relative.Elsewhere;
import org.zhengling.programme.socialassistance.rules.Relative.Gone;
import org.zhengling.programme.socialassistance.rules.Relative.InClergy;
import org.zhengling.programme.socialassistance.rules.Relative.Relation;
import org.zhengling.programme.socialassistance.rules.Relative.Upkeep;

/** Who counts as a member of the household that lives together (共同生活的家庭成员). */
public final class HouseholdMembers {
  private HouseholdMembers() {}

  /**
   * Whether somebody counts, and why; the reason is Chinese, without closing full stop.
   *
   * @param clause where it is written
   */
  public record Membership(Relative relative, Standing standing, ClauseId clause, String why) {
    public boolean counts() {
      return standing == Standing.MEMBER;
    }
  }

  /** Inside or outside of the household. */
  public enum Standing {
    MEMBER,
    NO_MEMBER
  }

  /**
   * Judges everybody of the family, in the order given.
   *
   * @param day day of the application
   * @param majority age from which somebody is grown up
   * @param clergyYears years in a place of religion after which clergy no longer count
   */
  @Clause("民发〔2012〕220号 第五条")
  @Clause("社会救助暂行办法 第九条")
  public static List<Membership> of(
      Edition edition, List<Relative> family, LocalDate day, int majority, int clergyYears) {
    return family.stream()
        .map(one -> membership(edition, one, day, majority, clergyYears))
        .toList();
  }

  private static Membership membership(
      Edition edition, Relative one, LocalDate day, int majority, int clergyYears) {
    return switch (one.whereabouts()) {
      case Gone gone when ends(gone, edition) ->
          outside(edition, one, gone.why().chinese() + "，不计入");
      case InClergy clergy when !clergy.since().plusYears(clergyYears).isAfter(day) ->
          outside(edition, one, "脱离家庭在宗教场所居住满 " + clergyYears + " 年，不计入");
      case Gone _, InClergy _, AtHome _, Elsewhere _ -> byRelation(edition, one, day, majority);
    };
  }

  /** The earlier edition names the dead and prisoners alone; the later one two more. */
  private static boolean ends(Gone gone, Edition edition) {
    return switch (gone.why()) {
      case DECEASED, IMPRISONED -> true;
      case DETOX, MISSING -> edition == Edition.OF_2021;
    };
  }

  private static Membership byRelation(Edition edition, Relative one, LocalDate day, int majority) {
    return switch (one.relation()) {
      case APPLICANT -> inside(edition, one, "申请人");
      case SPOUSE -> inside(edition, one, "配偶");
      case PARENT ->
          switch (edition) {
            case OF_2012 -> inside(edition, one, "父母");
            case OF_2021 -> byDuty(edition, one);
          };
      case CHILD -> child(edition, one, day, majority);
      case BOUND_BY_DUTY -> byDuty(edition, one);
      case UNBOUND -> outside(edition, one, "没有法定赡养、扶养、抚养义务关系");
    };
  }

  private static Membership child(Edition edition, Relative one, LocalDate day, int majority) {
    if (one.born().plusYears(majority).isAfter(day)) {
      return inside(edition, one, "未成年子女");
    }
    if (one.upkeep() != Upkeep.INDEPENDENT) {
      return inside(edition, one, "已成年子女，" + one.upkeep().chinese());
    }
    return byDuty(edition, one);
  }

  private static Membership byDuty(Edition edition, Relative one) {
    return one.whereabouts() instanceof AtHome
        ? inside(edition, one, "有法定义务关系并长期共同居住")
        : outside(edition, one, one.relation() == Relation.CHILD ? "已成年，独立生活" : "没有长期共同居住");
  }

  private static Membership inside(Edition edition, Relative one, String why) {
    return new Membership(one, Standing.MEMBER, Law.members(edition), why);
  }

  private static Membership outside(Edition edition, Relative one, String why) {
    return new Membership(one, Standing.NO_MEMBER, Law.members(edition), why);
  }
}
