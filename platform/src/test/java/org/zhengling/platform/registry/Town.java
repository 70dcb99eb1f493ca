package org.zhengling.platform.registry;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhengling.engine.identity.IdNumber;
import org.zhengling.platform.CityHall;
import org.zhengling.platform.access.PostKind;
import org.zhengling.platform.access.SignedIn;

/** A city hall whose clerks enter invented people; every number is drawn once. */
final class Town implements AutoCloseable {
  static final LocalDate DAY = LocalDate.of(2020, 9, 20);

  final CityHall hall = new CityHall();
  final Residents residents = hall.get(Residents.class);
  final Households households = hall.get(Households.class);
  final Facts facts = hall.get(Facts.class);
  final Moves moves = hall.get(Moves.class);
  final SignedIn rencheng = hall.at(CityHall.RENCHENG, PostKind.CLERK);
  final SignedIn weishan = hall.at(CityHall.WEISHAN, PostKind.CLERK);
  final SignedIn city = hall.at(CityHall.CITY, PostKind.PROGRAMME_OFFICER);

  private final AtomicInteger drawn = new AtomicInteger();

  /** A number nobody else has: births of 1970, one after the other. */
  IdNumber number() {
    int next = drawn.getAndIncrement();
    long birth = 19700101L + next / 1000 % 28;
    return new IdNumber((370811L * 100_000_000L + birth) * 1000L + next % 1000);
  }

  long enter(SignedIn clerk, String name) {
    return enter(clerk, name, number());
  }

  long enter(SignedIn clerk, String name, IdNumber number) {
    String area = clerk.post().areaCode();
    return accepted(clerk.call(() -> residents.enter(NewResident.of(name, number, area, "居民身份证"))));
  }

  static long accepted(NumberAnswer answer) {
    if (answer instanceof NumberAnswer.Accepted(long resident)) {
      return resident;
    }
    throw new AssertionError("Nobody was entered: " + answer);
  }

  long household(SignedIn clerk, long head) {
    String area = clerk.post().areaCode();
    return clerk.call(() ->
        households.open(
            new Households.NewHousehold(head, area, "示例路 1 号", DAY.minusYears(1), "户口簿")));
  }

  @Override
  public void close() {
    hall.close();
  }
}
