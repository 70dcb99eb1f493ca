package org.zhengling.engine.gazette;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengling.engine.gazette.ChronicleEntry.Person;

/**
 * Finds the people of an event by grammar: a name stands behind its posts (市委副书记、市长某某某), names in a
 * row share the posts before them, and a name ends where a verb or a mark follows.
 */
final class PeopleReader {
  private static final int LONGEST_POST = 40;
  private static final int LONGEST_FOREIGN = 16;

  /** The last word of a post. */
  private static final Pattern POST =
      Pattern.compile(
          "(?:副?(?:书记|省长|市长|州长|盟长|县长|区长|旗长|镇长|乡长|总理|主席|主任|部长|厅长|局长|司长|处长|科长|院长|校长|行长|会长|所长|台长|社长|馆长|站长"
              + "|团长|师长|园长|库长|董事长|理事长|总经理|经理|总裁|总监|秘书长|检察长|总队长|支队长|大队长|队长|组长|参谋长|司令员|政委|政治委员|巡视员|调研员|专员|总工程师|工程师"
              + "|总编辑|主编|总经济师|总会计师|大使|总领事|领事|参赞|庭长|委员长)|(?:市|省|县|区|州|校|厅|局|院)领导|常委|委员|代表|顾问|咨询|院士|教授|研究员|专家|负责人"
              + "|总干事|首席执行官|监事长|发言人|联络员|创始人|合伙人|党组成员|代办|公使|首相|总统|议长|议会长|议员|警长|村支书|支书|CEO|CFO|COO|CTO)(?:助理)?");

  /** What may stand behind a name, so that the name is at its end. */
  private static final Pattern AFTER =
      Pattern.compile(
          "[，。；：、！？,;:（）()“”《》\\s]|$|出席|参加|主持|讲话|致辞|致词|致信|发言|赶赴|陪同|随同|率|带领|带队|到|来|赴|在|前往|深入|实地|会见|会谈|作|做|代表"
              + "|介绍|宣布|宣读|安排|部署|通报|传达|汇报|总结|分别|共同|一起|一同|一道|先后|专程|会前|会上|会后|就|与|和|及|以及|等|一行|同志|先生|女士|为|对|向|从|听取|察看|查看"
              + "|检查|调研|督导|督查|督办|走访|慰问|看望|考察|视察|巡视|指出|强调|要求|表示|介绍|说|列席|应邀|接待|接见|签署|签订|签约|揭牌|揭幕|颁奖|授|点评|视频|通过|以|兼|任"
              + "|当选|被|不再|主讲|当天|当日|当晚|于|也|还|并|受|逐|随|研究|召集|召开|组织|开展|参与|参观|观看|收看|收听|启动|共|同|围绕|结合|重点|详细|现场|夜|亲|连线|提|回|出任"
              + "|进行|担任|给|将|因|由|已|曾|均|都|则|再|又|所|的|是|有|上午|下午|晚|莅临|赶|调度|暗访|下达|开幕|答|接受|逝世|因病|访|拜会|座谈|交流|指导|慰");

  /** Characters that no given name ends with; behind a short name they begin the verb. */
  private static final String NEVER_LAST = "到在率与就对向赴带作并等从主出讲致列陪赶";

  /** Words that begin with a character of family names and are no name. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "步行|步伐|步骤|秀美|秀丽|安排|安全|安置|安康|宣布|宣传|宣读|强调|强化|代表|查看|查处|查阅|支持|支部|任命|任职|任期|任务|关于|关心|关注|成立|成员|成果|成功|党组|党委|党员|"
              + "党校|党政|常务|常委|常态|高度|高效|高校|高新|全体|全面|全市|全省|全国|全程|应邀|应急|管理|包括|包联|通报|通过|解读|解决|方面|方案|项目|连线|连续|"
              + "文明|文化|贺信|祝贺|祝愿|师生|计划|明确|华侨|单位|商定|商谈|商讨|保障|相关|格外|利用|海外|温馨|左右|路演|阳光|农业|农村|农民|金融|丰富|银行|青年|"
              + "青少|云南|荣获|荣誉|展示|宗旨|干部|干警|简单|景区|季度|易地|能源|车间|车辆|国家|时任|平台|平安|广大|广泛|广东|广西|海关|江苏|江西|山东|宁夏|甘肃|"
              + "贵州|边防|严格|严肃|冷静|谈判|谈话|余名|双方|向全|门户|万人|万亩|水利|古城|司机|司法|司令|经济|谷物|费用|充分|常规|章程|连夜|连日|"
              + "顾问|祖国|牛羊|马上|元旦|石油|白天|黄金|满意|满足|滑坡|和谐|都会|索要|相继|晏请|卓越|温暖|幸福|童年|柴油|凌晨|霍乱|喻为|曾任|曾经|于是|于此|游客|"
              + "辛勤|穆斯林|舒适|应对|应当|应该|官兵|官员|官方|时间|尚未|车站|房屋|房产|米面|麻将|仇恨|艾滋|麦收|池塘|吉林|江北|江南|"
              + "江河|湖北|史无|经验|计生");

  private static final Pattern NAMES_PLACE =
      Pattern.compile("[县市区省州局厅部委办院校社会镇乡村厂司团队行所站处馆台组协国]$|副$");
  private static final Pattern LEADERS = Pattern.compile("等?([市省县区州旗][^，。；]{0,4}领导)");
  private static final Pattern ACTS =
      Pattern.compile("等?(?:主持|出席|讲话|安排|宣布|致辞|致词|参加|陪同|列席|带队|率队|会见|调研|作)");
  private static final Pattern COLLECTIVE =
      Pattern.compile(
          "(?:代表|委员|领导|人员|单位|部门|小组|会议|专家|老师|干部|党员|群众|市长|书记|嘉宾|客商|记者|学生|职工|居民|村民|官兵|同志|公司|企业|班子|成员)$");
  private static final Pattern OPENS =
      Pattern.compile(
          ".*(?:(?:到|来)[^，。；]{2,10}(?:考察|访问|调研)的|会见了?|邀请了?|陪同|率领|带领|接待了?|看望了?|慰问了?|走访了?|拜会了?|受|由|向|在|上午|下午|晚上|近日|日前|当天|并与|还与|其中|包括|欢迎|以)");

  private final String text;
  private final Map<String, List<String>> posts = new LinkedHashMap<>();

  private PeopleReader(String text) {
    this.text = text;
  }

  /** The people an event names, each once, in the order of the text. */
  static List<Person> read(String words) {
    PeopleReader reader = new PeopleReader(Words.compact(words));
    reader.read();
    reader.readBare();
    List<Person> people = new ArrayList<>();
    reader.posts.forEach((name, posts) -> people.add(new Person(name, posts)));
    return people;
  }

  private void read() {
    Matcher post = POST.matcher(text);
    int at = 0;
    int from = 0;
    List<String> held = new ArrayList<>();
    while (at < text.length() && post.find(at)) {
      int end = post.end();
      int start = Math.max(from, beginning(post.start()));
      String words = post(text.substring(start, end));
      if (start > from) {
        held.clear();
      }
      int name = nameEnd(end);
      boolean another = end < text.length() && "、，".indexOf(text.charAt(end)) >= 0;
      if (name == 0) {
        // 某公司董事长、某集团总裁，某园区主任某某某: posts wait for the name behind the last of them.
        if (another) {
          held.add(words);
        }
        from = another ? end + 1 : from;
        at = end;
        beforePost(words, post.group());
        continue;
      }
      held.add(words);
      from = names(end, name, held);
      at = from;
      held = new ArrayList<>();
    }
  }

  /** 胡某某董事长率领…: the name may stand before the post. */
  private void beforePost(String words, String noun) {
    String name = words.substring(0, Math.max(0, words.length() - noun.length()));
    boolean length = name.length() >= 2 && name.length() <= 3;
    if (length
        && Surnames.at(name, 0) > 0
        && !NO_NAME.matcher(name).lookingAt()
        && !NAMES_PLACE.matcher(name).find()) {
      add(name, List.of(noun));
    }
  }

  /** 某某某主持会议; 某某、某某等市领导: names that stand without a post before them. */
  private void readBare() {
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean ends = i == text.length() || "，。；,;".indexOf(text.charAt(i)) >= 0;
      if (ends) {
        bareNames(from, i);
        from = i + 1;
      }
    }
  }

  private void bareNames(int from, int to) {
    List<String> names = new ArrayList<>();
    int at = from;
    int end = nameEnd(at);
    while (end > 0 && end <= to) {
      names.add(text.substring(at, end));
      at = end;
      boolean more = at < to && "、和".indexOf(text.charAt(at)) >= 0;
      end = more ? nameEnd(at + 1) : 0;
      at += more ? 1 : 0;
    }
    String rest = text.substring(Math.min(at, to), to);
    Matcher leaders = LEADERS.matcher(rest);
    boolean led = leaders.lookingAt();
    boolean acts = led || ACTS.matcher(rest).lookingAt();
    boolean clear = names.size() > 1 || names.stream().allMatch(name -> name.length() == 3);
    if (acts && clear && names.stream().noneMatch(name -> COLLECTIVE.matcher(name).find())) {
      names.forEach(name -> add(name, led ? List.of(leaders.group(1)) : List.of()));
    }
  }

  /** Where the words of a post begin: behind the mark before them. */
  private int beginning(int noun) {
    int start = noun;
    int depth = 0;
    while (start > 0 && noun - start < LONGEST_POST) {
      char before = text.charAt(start - 1);
      depth += Words.closes(before) ? 1 : 0;
      depth -= Words.opens(before) ? 1 : 0;
      if (depth < 0 || (depth == 0 && "，。；：、！？:;,”“》《".indexOf(before) >= 0)) {
        break;
      }
      start--;
    }
    return start;
  }

  /** Takes the names from {@code from} on that share the posts; returns the offset after them. */
  private int names(int from, int end, List<String> held) {
    int at = from;
    int next = end;
    while (next > 0) {
      add(text.substring(at, next), held);
      at = next;
      boolean more = at < text.length() && "、和".indexOf(text.charAt(at)) >= 0;
      next = more ? nameEnd(at + 1) : 0;
      // 某某某、某局局长某某: what follows is a post and no further name.
      if (next > 0 && isPost(at + 1, next)) {
        next = 0;
      }
      at += next > 0 ? 1 : 0;
    }
    return at;
  }

  private boolean isPost(int from, int to) {
    Matcher post = POST.matcher(text).region(from, Math.min(text.length(), to + 3));
    return post.find() && post.start() < to;
  }

  private void add(String name, List<String> held) {
    List<String> known = posts.computeIfAbsent(name, any -> new ArrayList<>());
    held.stream().filter(post -> !known.contains(post)).forEach(known::add);
  }

  /** The offset after the name that begins here, or 0 when none does. */
  private int nameEnd(int from) {
    int foreign = foreignEnd(from);
    if (foreign > 0) {
      return foreign;
    }
    int family = Surnames.at(text, from);
    if (family == 0) {
      return 0;
    }
    int longer = from + family + 2;
    int shorter = from + family + 1;
    boolean longName = isName(from, longer);
    boolean shortName = isName(from, shorter);
    if (longName && shortName) {
      Matcher verb = AFTER.matcher(text).region(shorter, text.length());
      boolean wholeVerb = verb.lookingAt() && verb.end() - verb.start() > 1;
      boolean never = NEVER_LAST.indexOf(text.charAt(longer - 1)) >= 0;
      return wholeVerb || never ? shorter : longer;
    }
    return longName ? longer : shortName ? shorter : 0;
  }

  private boolean isName(int from, int to) {
    if (to > text.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!Words.isHan(text.charAt(i))) {
        return false;
      }
    }
    return !NO_NAME.matcher(text).region(from, text.length()).lookingAt()
        && AFTER.matcher(text).region(to, text.length()).lookingAt();
  }

  /** 约翰·史密斯, 买买提·吐尔逊: a name in parts. */
  private int foreignEnd(int from) {
    int at = from;
    boolean parts = false;
    int limit = Math.min(text.length(), from + LONGEST_FOREIGN);
    while (at < limit) {
      char c = text.charAt(at);
      boolean dot = c == '·' || c == '•' || c == '・';
      if (!dot && !Words.isHan(c)) {
        break;
      }
      if (parts
          && !dot
          && AFTER.matcher(text).region(at, text.length()).lookingAt()
          && !isDot(at - 1)) {
        return at;
      }
      parts |= dot && at > from;
      at++;
    }
    return parts && at < limit + 1 && !isDot(at - 1) ? at : 0;
  }

  private boolean isDot(int at) {
    return "·•・".indexOf(text.charAt(at)) >= 0;
  }

  /** The post without the words that lead up to it: 与某集团董事长, 会见某国大使. */
  private static String post(String words) {
    Matcher opens = OPENS.matcher(words);
    String bare = opens.lookingAt() ? words.substring(opens.end()) : words;
    for (int i = 0; i < bare.length() - 2; i++) {
      String before = bare.substring(0, i);
      boolean joins = "和与同及".indexOf(bare.charAt(i)) >= 0;
      if (joins && (i == 0 || before.startsWith("我") || UnitNames.isOffice(before))) {
        return post(bare.substring(i + 1));
      }
    }
    return bare;
  }
}
