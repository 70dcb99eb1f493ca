package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengling.engine.gazette.ChronicleEntry.Kind;

/** Tells from the words of an event what sort of event it is and where it happened. */
final class EventWords {
  private static final int LONGEST_PLACE = 30;

  private static final Pattern ACCIDENT =
      Pattern.compile("发生(?:[^，。；]{0,40}(?:事故|火灾|地震|灾害|爆炸|险情|溃坝|坍塌|滑坡|疫情|案件)|\\d)|遇难|突降|遭受|遭遇");
  private static final Pattern OPENING =
      Pattern.compile(
          "(?:通车|开工|奠基|揭牌|揭幕|启动|开业|开馆|投产|竣工|落成|首航|首发|开通|启用|开幕|开园|挂牌|投用)(?:暨[^，。；]{1,20})?(?:仪式|活动|典礼|大会|式)"
              + "|(?:正式|顺利|全面|建成|全线)(?:通车|开工|启用|投产|开通|开馆|开园|投用|竣工|上线|挂牌|运营|运行|通航|通水)|举行[^，。；]{0,30}(?:揭牌|奠基|开工|通车)|开幕$");
  private static final Pattern SIGNING = Pattern.compile("签署|签订|签约|缔结");
  private static final Pattern AWARD =
      Pattern.compile(
          "(?:表彰|颁奖|授牌|授奖|命名)(?:仪式|大会|会议|会)|荣获|获评|获得[^，。；]{1,40}(?:称号|奖|荣誉)|被(?:授予|评为|命名为|确定为|列为|认定为)|授予");
  private static final Pattern APPOINTMENT =
      Pattern.compile("任命|免去|任职|当选|选举(?:产生)?|不再担任|决定接受[^，。；]{1,20}辞");
  private static final Pattern ISSUE = Pattern.compile("印发|发布|公布|出台|颁布|下发|批复");
  private static final Pattern MEETING =
      Pattern.compile(
          "[会坛班](?:议)?(?:[（(][^）)]{1,20}[）)])?(?:在[^，。；]{2,30})?(?:隆重|顺利|视频)?(?:召开|举行|举办|开幕)|召开|集体学习|学习研讨|(?:举行|举办|参加|出席|收看|收听)"
              + "[^，。；]{0,40}[会坛]");
  private static final Pattern INSPECTION =
      Pattern.compile("检查|督查|督导|调研|视察|巡查|暗访|验收|察看|查看|督办|评估|夜查|指导[^，。；]{0,12}工作|调度");
  private static final Pattern VISIT =
      Pattern.compile(
          "来我[市省县区州]|来[\\u4E00-\\u9FFF]{2,4}(?:考察|访问|参观|洽谈|学习)|访问|会见|拜会|接见|看望|慰问|走访|考察|招商|出访|会谈|洽谈|座谈交流|参观");
  private static final Pattern AWAY =
      Pattern.compile(
          "(?:率队|带队|率团|带领[^，。；]{1,30})(?:到|赴)|率[^，。；]{1,20}代表团|来我[市省县区州][^，。；]{0,4}(?:考察|访问|洽谈)");

  /** 某某会议召开, 召开某某会议: the words between are the name of the meeting and no act. */
  private static final Pattern MEETING_FIRST =
      Pattern.compile("^[^，。；]*[会坛](?:议)?(?:在[^，。；]{2,30})?(?:隆重|顺利)?(?:召开|举行|举办)(?:[，。；]|$)");

  private static final Pattern AT =
      Pattern.compile(
          "(?:在|于)([^，。；：,;“”《》]{2,30}?)(?=(?:隆重|联合|共同|顺利|正式|分别|主持|成功|集中|现场)*(?:召开|举行|举办|签署|签订|签约|开幕|启动|开工|奠基|揭牌|会见|调研|检查"
              + "|考察|视察|看望|慰问|闭幕|发生|通车|投产|调度))");
  private static final Pattern GOING =
      Pattern.compile(
          "(?:到|赴|前往|深入)([^，。；：,;“”《》到赴]{2,40}?)(?=(?:专题|现场|实地|进行|开展|围绕|就|督导|指导|走访|暗访|调研|检查|考察|视察|看望|慰问|督查|查看|察看|巡查|洽谈|访问|参观|招商"
              + "|夜查|推介|学习|对接|拜访|拜会|参加|出席|督战|调度))");
  private static final Pattern NO_PLACE =
      Pattern.compile(
          "会议?$|会上|开展|实践|举办|推进|贯彻|活动|[上下中内时后前]$|期间|基础|方面|过程|情况|会场$|各自|全[市省国县]$|我[市省县区]|本[市省]|的|一线$|现场$|岗位|有关|相关|重点");

  private EventWords() {}

  /** What sort of event it is. */
  static Kind kind(String text) {
    String first = firstSentence(text);
    Kind kind = kindOf(first);
    return kind == Kind.OTHER && first.length() < text.length() ? kindOf(text) : kind;
  }

  private static Kind kindOf(String words) {
    boolean meets = MEETING_FIRST.matcher(words).find();
    if (OPENING.matcher(words).find()) {
      return Kind.OPENING;
    }
    if (SIGNING.matcher(words).find()) {
      return Kind.SIGNING;
    }
    if (AWARD.matcher(words).find()) {
      return Kind.AWARD;
    }
    if (meets) {
      return Kind.MEETING;
    }
    if (ACCIDENT.matcher(words).find() && !words.contains("召开")) {
      return Kind.ACCIDENT;
    }
    if (AWAY.matcher(words).find() && VISIT.matcher(words).find()) {
      return Kind.VISIT;
    }
    return first(words);
  }

  /** What the words name first: 到某县调研并召开座谈会 is an inspection. */
  private static Kind first(String words) {
    List<Pattern> patterns = List.of(MEETING, INSPECTION, VISIT, APPOINTMENT, ISSUE);
    List<Kind> kinds =
        List.of(Kind.MEETING, Kind.INSPECTION, Kind.VISIT, Kind.APPOINTMENT, Kind.ISSUE);
    Kind found = Kind.OTHER;
    int at = words.length() + 1;
    for (int i = 0; i < patterns.size(); i++) {
      Matcher matcher = patterns.get(i).matcher(words);
      if (matcher.find() && matcher.start() < at) {
        at = matcher.start();
        found = kinds.get(i);
      }
    }
    return found;
  }

  private static String firstSentence(String text) {
    int stop = text.indexOf('。');
    return stop < 0 ? text : text.substring(0, stop);
  }

  /** Where it happened, as printed: 在某县召开, 到某市、某县检查. */
  static List<String> places(String words) {
    String text = Words.compact(words);
    Set<String> places = new LinkedHashSet<>();
    for (Pattern pattern : List.of(AT, GOING)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        places.addAll(listed(matcher.group(1)));
      }
    }
    return new ArrayList<>(places);
  }

  private static List<String> listed(String words) {
    List<String> places = new ArrayList<>();
    for (String part : UnitNames.split(words, "、和")) {
      boolean place =
          part.length() >= 2
              && part.length() <= LONGEST_PLACE
              && !NO_PLACE.matcher(part).find()
              && part.chars().noneMatch(Character::isDigit);
      if (!place) {
        return List.of();
      }
      places.add(part);
    }
    return places;
  }
}
