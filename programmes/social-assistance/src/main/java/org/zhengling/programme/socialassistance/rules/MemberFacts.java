package org.zhengling.programme.socialassistance.rules;

import java.util.Set;
import org.zhengling.engine.quantity.Money;
import org.zhengling.engine.verification.Item;
import org.zhengling.engine.verification.Item.HouseUse;
import org.zhengling.engine.verification.Item.VehicleUse;
import org.zhengling.engine.verification.Report;

/**
 * What a condition needs to know of one member.
 *
 * @param windowIncome income of the whole window
 * @param vehicles those that count
 */
public record MemberFacts(
    long person,
    Money windowIncome,
    Money deposits,
    int vehicles,
    int dwellings,
    int businessHouses,
    int companies,
    Set<Extra> extras) {
  public MemberFacts {
    extras = Set.copyOf(extras);
  }

  /** Read from a report. */
  public static MemberFacts of(Report.Member member, Set<Extra> extras) {
    Money deposits = Money.ZERO;
    int vehicles = 0;
    int dwellings = 0;
    int businessHouses = 0;
    int companies = 0;
    for (Item item : member.items()) {
      switch (item) {
        case Item.Deposit deposit -> deposits = deposits.plus(deposit.amount());
        case Item.Vehicle vehicle -> vehicles += vehicle.use() == VehicleUse.ORDINARY ? 1 : 0;
        case Item.House house -> {
          dwellings += house.use() == HouseUse.DWELLING ? 1 : 0;
          businessHouses += house.use() == HouseUse.BUSINESS ? 1 : 0;
        }
        case Item.Company _ -> companies++;
        case Item.Income _, Item.Away _, Item.Remark _ -> {}
      }
    }
    return new MemberFacts(
        member.person(),
        member.windowIncome(),
        deposits,
        vehicles,
        dwellings,
        businessHouses,
        companies,
        extras);
  }
}
