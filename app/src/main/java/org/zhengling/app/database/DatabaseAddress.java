package org.zhengling.app.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.zhengling.engine.Refusal;

/**
 * Where a database is and who may prepare it.
 *
 * @param url JDBC address without user and password
 * @param user may create roles and schemas; serves nobody
 */
public record DatabaseAddress(String url, String user, String password) {

  /**
   * Reads {@code ZL_DATABASE_URL}: {@code postgresql://user:password@host:port/name} or the JDBC
   * form {@code jdbc:postgresql://host:port/name?user=…&password=…}. User and password may also
   * stand in {@code ZL_DATABASE_USER} and {@code ZL_DATABASE_PASSWORD}.
   */
  public static DatabaseAddress parse(String text, String userVariable, String passwordVariable) {
    String plain = text.strip();
    if (plain.startsWith("jdbc:")) {
      plain = plain.substring("jdbc:".length());
    }
    URI uri = uri(plain);
    String scheme = uri.getScheme();
    boolean known = "postgresql".equals(scheme) || "postgres".equals(scheme);
    if (!known || uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
      throw unreadable();
    }
    String user = userVariable;
    String password = passwordVariable;
    if (uri.getRawUserInfo() != null) {
      String[] parts = uri.getRawUserInfo().split(":", 2);
      user = decode(parts[0]);
      password = parts.length == 2 ? decode(parts[1]) : password;
    }
    StringBuilder rest = new StringBuilder();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith("user=")) {
        user = decode(pair.substring("user=".length()));
      } else if (pair.startsWith("password=")) {
        password = decode(pair.substring("password=".length()));
      } else if (!pair.isEmpty()) {
        rest.append(rest.isEmpty() ? '?' : '&').append(pair);
      }
    }
    if (user.isEmpty()) {
      throw unreadable();
    }
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    String url = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + rest;
    return new DatabaseAddress(url, user, password);
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static Refusal unreadable() {
    return new Refusal(
        Refusal.Kind.OUTSIDE,
        "没有启动。ZL_DATABASE_URL 读不懂。",
        "请写成 postgresql://用户:密码@主机:端口/库名；密码里的特殊字符用 % 编码。");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Never prints the password. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
