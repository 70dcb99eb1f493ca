package org.zhengling.app.demo;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.zhengling.app.Startup;
import org.zhengling.app.demo.departments.DepartmentWorld;
import org.zhengling.platform.access.AreaDirectory;
import org.zhengling.platform.access.SampleSignIns;
import org.zhengling.platform.access.SignInAnswer;
import org.zhengling.platform.access.SignInFrom;
import org.zhengling.platform.access.SignIns;
import org.zhengling.platform.access.SignedIn;
import org.zhengling.platform.audit.Actor;

/**
 * With {@code --demo}: fills the sample city before the address is printed, and shows its sign-ins.
 */
@Component
class Demonstration implements ApplicationRunner, SampleSignIns {
  private final Startup.Wish wish;
  private final SampleCity city;
  private final AreaDirectory areas;
  private final DepartmentWorld departments;
  private final SignIns signIns;

  Demonstration(
      Startup.Wish wish,
      SampleCity city,
      AreaDirectory areas,
      DepartmentWorld departments,
      SignIns signIns) {
    this.departments = departments;
    this.signIns = signIns;
    this.wish = wish;
    this.city = city;
    this.areas = areas;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (wish.demo()) {
      city.fill();
      openDepartments();
    }
  }

  /** As the invented keeper of sources; a city of before, which has none, stays without. */
  private void openDepartments() {
    SampleAccount keeper = SampleAccount.VERIFIER;
    new Actor.Program("载入示例", areas.city().code())
        .call(() -> {
          SignInFrom here = new SignInFrom("127.0.0.1", "示例");
          SignInAnswer answer = signIns.signIn(keeper.signInName(), keeper.password(), here);
          if (answer instanceof SignInAnswer.Welcome(String token, SignedIn signedIn)) {
            departments.open(signedIn);
            signedIn.call(() -> {
              signIns.signOut(token);
              return token;
            });
          }
          return answer;
        });
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
