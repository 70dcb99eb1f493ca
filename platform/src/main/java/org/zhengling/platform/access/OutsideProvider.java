package org.zhengling.platform.access;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.zhengling.engine.Refusal;

/**
 * The city's own sign-in for officials (统一身份认证), an OpenID provider; absent unless it is set.
 *
 * @param issuer its address, under https or on this very machine
 */
record OutsideProvider(String issuer, String clientId, String secret) {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Never prints the secret. */
  @Override
  public String toString() {
    return "provider " + issuer;
  }

  /** Absent when none of the three is set; some of them alone are a mistake. */
  static @Nullable OutsideProvider of(Environment environment) {
    String issuer = environment.getProperty("zl.oidc.issuer", "").strip();
    String id = environment.getProperty("zl.oidc.id", "").strip();
    String secret = environment.getProperty("zl.oidc.secret", "").strip();
    if (issuer.isEmpty() && id.isEmpty() && secret.isEmpty()) {
      return null;
    }
    if (issuer.isEmpty() || id.isEmpty() || secret.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.OUTSIDE,
          "没有启动。统一身份认证只设了一部分。",
          "请同时设 ZL_OIDC_ISSUER、ZL_OIDC_ID、ZL_OIDC_SECRET，或都不设。");
    }
    if (!trusted(issuer)) {
      throw new Refusal(
          Refusal.Kind.OUTSIDE, "没有启动。统一身份认证的网址不是 https 开头的网址。", "请改 ZL_OIDC_ISSUER，再启动。");
    }
    return new OutsideProvider(issuer, id, secret);
  }

  private static boolean trusted(String issuer) {
    try {
      URI uri = URI.create(issuer);
      String host = uri.getHost();
      boolean here = "http".equals(uri.getScheme()) && host != null && THIS_MACHINE.contains(host);
      return host != null && ("https".equals(uri.getScheme()) || here);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
