package org.zhengling.engine.gazette;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines that a printed page or a web page puts around a document and that are no words of it: page
 * numbers, running heads, rules, bread crumbs, buttons, imprints of a web site.
 */
final class Furniture {
  private static final int LONGEST = 160;
  private static final Pattern RULE = Pattern.compile("[-—–_=*·.:\\s|　─━═＿~～★☆◆]{3,}");
  private static final Pattern PAGE =
      Pattern.compile(
          "[-—–－─·•.\\s]*(?:\\d{1,4}(?:[/／]\\d{1,4})?|第?\\d{1,4}页(?:[,，/／]?共?\\d{1,4}页?)?)[-—–－─·•.\\s]*"
              + "|第[一二三四五六七八九十百]{1,5}页");
  private static final Pattern RUNNING_HEAD =
      Pattern.compile(
          "(?:\\d{1,4})?[^。，；：、《》]{0,20}(?:公报|政报)"
              + "(?:[^。，]{0,20}第?\\d{1,3}期[^。，]{0,12}|\\d{4}[·.．/]\\d{1,2})?(?:\\d{1,4})?");
  private static final Pattern ISSUE =
      Pattern.compile("[（(]?\\d{4}年?第\\d{1,3}期[（(]?(?:总第?\\d{1,4}期)?[）)]?[）)]?");
  private static final Pattern CRUMBS =
      Pattern.compile(
          "(?:您?(?:的|现在)?(?:所在|当前)?位置[：:].*|您现在的位置[：:]?.*|首页[>›»→/].*|[^。]{1,30}[>›»][^。]{1,40}[>›»].*)");
  private static final Pattern BUTTONS =
      Pattern.compile(
          "(?:[【\\[（(]?(?:打印|关闭|收藏|返回|打印本页|关闭窗口|关闭本页|返回顶部|返回首页|大|中|小|字体|字号|默认|超大|"
              + "分享到?|分享|微信|微博|下载|保存|正文下载|我要纠错|纠错|设为首页|加入收藏|收藏本站|首页|无障碍|繁体|简体)"
              + "[】\\]）)]?[：:|｜\\s]*){1,20}");
  private static final Pattern SITE =
      Pattern.compile(
          "(?:扫一扫.*|扫描二维码.*|用微信扫.*|相关(?:链接|文件|解读|稿件|附件|阅读|文档|文章|新闻|信息)[：:]?|附件下载[：:]?|"
              + "(?:主办|承办|主办单位|承办单位|技术支持|版权所有|网站标识码|网站地图|联系我们|备案号|责任编辑|责编)"
              + "(?:[：:].{0,60}|)|版权所有.{0,80}|[上下]一[篇条][：:].{0,80}|"
              + "下载地址[：:].*|点击此处下载|视力保护色[：:].*|热门站点.*|[【\\[]?字[体号][：:].{0,30}|图解[：:].{0,60}|政策解读[：:].{0,80}|解读[：:].{0,80}|(?:[【\\[（(])(?:责任编辑|责编|编辑|审核|校对)[：:].{0,30}|"
              + "归档时间[：:].*|已阅读.{0,10}|保留字段信息|页面宽度.{0,30}|转第|下载文字版.*|本站声明.*)");
  private static final String SITE_FIRST = "扫用相附主承技版网联备责上下点视热【[（(字图归已保页转本政解";
  private static final Pattern FILED = Pattern.compile(".{0,40}ICP备.{0,40}|.{0,20}公网安备.{0,40}");
  private static final List<String> MENU_BARS = List.of("|", "｜");

  private Furniture() {}

  static boolean is(SourceLine line) {
    if (line.text().length() > LONGEST) {
      return false;
    }
    String text = Words.plainDigits(line.text());
    if (RULE.matcher(text).matches() || PAGE.matcher(text).matches()) {
      return true;
    }
    String words = line.compact();
    return isPaper(words)
        || (hasAny(words, ">›»→/置") && CRUMBS.matcher(words).matches())
        || (words.length() <= 60 && BUTTONS.matcher(words).matches())
        || (SITE_FIRST.indexOf(words.charAt(0)) >= 0 && SITE.matcher(words).matches())
        || (words.indexOf('备') >= 0 && FILED.matcher(words).matches())
        || isMenu(words);
  }

  /** 某市人民政府公报 2020年第3期: the running head of a printed page. */
  private static boolean isPaper(String words) {
    boolean named =
        words.length() <= 40
            && (words.contains("公报") || words.contains("政报"))
            && RUNNING_HEAD.matcher(words).matches()
            && !isTitleLike(words);
    return named || (words.indexOf('期') > 0 && ISSUE.matcher(words).matches());
  }

  private static boolean hasAny(String words, String characters) {
    for (int i = 0; i < words.length(); i++) {
      if (characters.indexOf(words.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** A line of 公报 may also be the title of a communiqué (统计公报), which is marked or says of what. */
  private static boolean isTitleLike(String words) {
    return words.contains("关于") || words.endsWith("统计公报") || words.endsWith("状况公报");
  }

  /** 首页|新闻|服务|互动: four or more short words with bars between them and none at the ends. */
  private static boolean isMenu(String words) {
    for (String bar : MENU_BARS) {
      if (words.contains(bar) && !words.startsWith(bar) && !words.endsWith(bar)) {
        String[] items = words.split("[|｜]", -1);
        boolean brief = true;
        for (String item : items) {
          brief &= item.length() <= 10;
        }
        return items.length >= 4 && brief && words.indexOf('。') < 0;
      }
    }
    return false;
  }
}
