package org.zhengling.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhengling.engine.Refusal;

/**
 * What the machine room says about the place the server stands in, by variables: the proxy in front
 * of it, and where its log is read.
 */
final class Surroundings {
  private final UnaryOperator<String> variable;

  /**
   * @param variable value by name, null where there is none
   */
  Surroundings(UnaryOperator<String> variable) {
    this.variable = variable;
  }

  static Surroundings ofThisMachine() {
    return new Surroundings(System::getenv);
  }

  private String value(String name) {
    String value = variable.apply(name);
    return value == null ? "" : value.strip();
  }

  /** A proxy ends the encryption and says in X-Forwarded-For and -Proto who asked, and how. */
  boolean behindProxy() {
    return !value("ZL_PROXY").isEmpty();
  }

  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    if (behindProxy()) {
      // Whoever is not one of these addresses is not believed.
      properties.put("zl.forwarding", "native");
      properties.put(
          "server.tomcat.remoteip.internal-proxies",
          Arrays.stream(value("ZL_PROXY").split(",", -1))
              .map(address -> Pattern.quote(numeric(address.strip())))
              .collect(Collectors.joining("|")));
    }
    switch (value("ZL_LOG")) {
      case "" -> properties.put("logging.threshold.console", "warn");
      case "console" -> {
        properties.put("logging.structured.format.console", "ecs");
        properties.put("logging.threshold.console", "info");
      }
      default ->
          throw new Refusal(Refusal.Kind.OUTSIDE, "没有启动。ZL_LOG 读不懂。", "请写成 console（日志同时写到屏幕），或不设。");
    }
    return properties;
  }

  private static String numeric(String address) {
    if (address.matches("[0-9a-fA-F.:]+")) {
      return address;
    }
    throw new Refusal(
        Refusal.Kind.OUTSIDE, "没有启动。ZL_PROXY 里的“" + address + "”不是 IP 地址。", "请写代理的 IP 地址，几个之间用逗号。");
  }

  /** Whether passwords would travel unprotected to somebody else's machine. */
  boolean bare(Startup.Wish wish) {
    try {
      return !wish.tls()
          && !behindProxy()
          && !InetAddress.getByName(wish.listen()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return true;
    }
  }
}
