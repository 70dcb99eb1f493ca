package org.zhengling.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * Carries the sentence that a form leaves for the next page, in a cookie of one minute: the server
 * keeps nothing for it, so that any server may answer the next page. Texts only; one message.
 */
final class MessageCookie extends AbstractFlashMapManager {
  private static final String NAME = "zl-said";
  private static final Duration KEPT = Duration.ofMinutes(1);

  @Override
  protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, NAME);
    if (cookie == null || cookie.getValue().isEmpty()) {
      return null;
    }
    FlashMap message = new FlashMap();
    for (String part : cookie.getValue().split("&", -1)) {
      String[] pair = part.split("=", 2);
      if (pair.length == 2) {
        message.put(decode(pair[0]), decode(pair[1]));
      }
    }
    Object path = message.remove("");
    message.setTargetRequestPath(path instanceof String text ? text : null);
    return new ArrayList<>(List.of(message));
  }

  @Override
  protected void updateFlashMaps(
      List<FlashMap> messages, HttpServletRequest request, HttpServletResponse response) {
    ResponseCookie.ResponseCookieBuilder cookie =
        messages.isEmpty()
            ? ResponseCookie.from(NAME, "").maxAge(0)
            : ResponseCookie.from(NAME, encode(messages.getLast())).maxAge(KEPT);
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        cookie
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }

  private static String encode(FlashMap message) {
    StringBuilder text = new StringBuilder();
    String path = message.getTargetRequestPath();
    text.append('=').append(encode(path == null ? "" : path));
    for (Map.Entry<String, Object> entry : message.entrySet()) {
      if (!(entry.getValue() instanceof String value)) {
        throw new IllegalStateException("Maybe a message is no text: " + entry.getKey());
      }
      text.append('&').append(encode(entry.getKey())).append('=').append(encode(value));
    }
    return text.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
