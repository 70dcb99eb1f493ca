package org.zhengling.app.demo;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.zhengling.app.Startup;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.SampleSignIns;

/**
 * With {@code --demo}: fills the sample city before the address is printed, and shows its sign-ins.
 */
@Component
class Demonstration implements ApplicationRunner, SampleSignIns {
  private final Startup.Wish wish;
  private final SampleCity city;
  private final AreaDirectory areas;

  Demonstration(Startup.Wish wish, SampleCity city, AreaDirectory areas) {
    this.wish = wish;
    this.city = city;
    this.areas = areas;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (wish.demo()) {
      city.fill();
    }
  }

  @Override
  public List<SampleSignIn> list() {
    if (!wish.demo()) {
      return List.of();
    }
    return SampleAccount.all(areas).stream()
        .map(one ->
            new SampleSignIn(
                one.signInName(),
                one.password(),
                one.personName(),
                one.postTitle(),
                one.areaName()))
        .toList();
  }
}
