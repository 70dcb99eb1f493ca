package org.zhengling.platform.access.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser says of itself, in words that a person knows their own device by. */
final class DeviceWords {
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

  // The order matters: most browsers also name those they want to be taken for.
  static {
    SYSTEMS.put("HarmonyOS", "鸿蒙");
    SYSTEMS.put("Android", "安卓");
    SYSTEMS.put("iPhone", "苹果手机");
    SYSTEMS.put("iPad", "苹果平板");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Macintosh", "苹果电脑");
    SYSTEMS.put("UOS", "统信");
    SYSTEMS.put("Kylin", "麒麟");
    SYSTEMS.put("Linux", "Linux");
    BROWSERS.put("MicroMessenger/", "微信");
    BROWSERS.put("DingTalk/", "钉钉");
    BROWSERS.put("Edg/", "Edge");
    BROWSERS.put("QQBrowser/", "QQ 浏览器");
    BROWSERS.put("360SE", "360 浏览器");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
  }

  private DeviceWords() {}

  static String of(@Nullable String userAgent) {
    String agent = userAgent == null ? "" : userAgent;
    return first(SYSTEMS, agent, "未知系统") + "，" + first(BROWSERS, agent, "未知浏览器");
  }

  private static String first(Map<String, String> words, String agent, String none) {
    return words.entrySet().stream()
        .filter(word -> agent.contains(word.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(none);
  }
}
