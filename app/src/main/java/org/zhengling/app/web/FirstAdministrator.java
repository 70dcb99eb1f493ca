package org.zhengling.app.web;

import java.io.PrintWriter;
import org.springframework.stereotype.Component;
import org.zhengling.app.Startup;
import org.zhengling.platform.access.OneTimeLinks;

/** While nobody administers the city, every start prints one link that lets the first one in. */
@Component
class FirstAdministrator implements Startup.AfterStart {
  private final OneTimeLinks links;
  private final Startup.Wish wish;

  FirstAdministrator(OneTimeLinks links, Startup.Wish wish) {
    this.links = links;
    this.wish = wish;
  }

  @Override
  public void say(String address, PrintWriter out) {
    if (wish.demo()) {
      return;
    }
    links
        .inviteFirstAdministrator()
        .ifPresent(link -> {
          out.println("还没有系统管理员。请打开下面的链接设第一位（24 小时内有效，只能用一次；再启动一次会换新的）：");
          out.println(address + "welcome?token=" + link.token());
        });
  }
}
