package org.zhengling.engine.gazette;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words around a figure: what is compared, what is made, what is counted. */
final class FigureWords {
  private static final int LONGEST_NAME = 44;
  private static final int LONGEST_VERB = 24;
  private static final String MADE =
      "(?<![”五期])规划|建设|建成|新建|创建|共建|打造|培育|培养|争创|遴选|认定|引进|引育|新增|设立|组建|配备|配齐|布局|改造|完成|举办|开展|形成|选树|扶持|评选|建立|扩建|改建|推广|发展|推出|实施|开发"
          + "|发布|制定|安排|落实|壮大|孵化|招引|储备|选派|招募|培训|建有|创成|布设|开通|拥有|集聚|聚集|提供|开工|竣工|投产|完善|修建|修复|治理|绿化|种植|整治|淘汰|关停|退出|压减|削减"
          + "|减少|增加|增设|实现|征集|筛选|推荐|获批|命名|确定|选取|选择|抽查|检查|更新|新辟|打通|优化调整|优化|续建|新（改、扩）建|新（扩）建|新改造|解决|送|接待|招引|引育|争取|投放|维修|加装|回引|吸纳|招聘|招收|补充|推动|支持|保障|保有|开设|开办|设置|搭建|谋划|盘活|收储|回收|出让|攻克|突破"
          + "|转化|申报|派驻|供应|筹集|救助|组织|举行|带动|吸引|发放|新认定|新培育|构建|挂牌|达标|达到|铺设|架设|安装|投放|投用|种养|养殖|造林|植树|栽植|补贴|联系|走访|服务";
  private static final Pattern MAKES =
      Pattern.compile(
          "(?:规划|重点|力争|再|新|共|累计|分别|每年|年|计划|统筹|集中|联合|争取|确保|着力|大力|积极|择优|分批|滚动|合作|深入|继续|全面|逐步|全力|主动|至少|各|要|将|应|须|可|并|每(?:季度|月))*(?:"
              + MADE
              + ")(?:[、和并](?:"
              + MADE
              + "))*(?:了|并)?$");
  private static final Pattern MAKES_FIRST =
      Pattern.compile("(?:新|再|重点|累计|每年|年|规划|计划)*(?:" + MADE + "|种|栽|造|建|修)");
  private static final Pattern NEW = Pattern.compile("新增|新建|完成|建成|改造|实现|培育|引进|转移");
  private static final Pattern AT_LEAST =
      Pattern.compile(
          "(?:均|都|总体|全部|累计|分别|力争|应|要|须|需|可)*(?:不低于|不少于|不小于|不得少于|不得低于|至少(?:达到)?|最低(?:为)?|(?<![不得])(?:超过|突破|大于|高于|多于)|(?<!最高可)(?<!最高)(?:稳定达到|达到并超过|达到|达)|增至|增加到|增加至|提高到|提高至|提升到"
              + "|提升至|上升到|上升至|扩大到|发展到|增长到|增长至|扩大至|总量达|总数达)(?:了)?$");
  private static final Pattern AT_MOST =
      Pattern.compile(
          "(?:均|都|总体|全部|应|要|须|需|可)*(?:不超过|不高于|不大于|不得超过|不得高于|不多于|控制在|压缩(?:到|至|在|为)|缩短(?:到|至|为)|降低?(?:到|至)|下降(?:到|至)|减少?(?:到|至)|压减(?:到|至)|精简(?:到|至)"
              + "|最高(?:可|不超过)?(?:达到|达|为)?|最多(?:不超过)?|最长(?:不超过)?|(?<![不得])(?:低于|少于|小于)|不突破)$");
  private static final Pattern EXACTLY =
      Pattern.compile("(?:达到并)?(?:稳定在|保持在|维持在|稳定到|为|是|共有|实现|完成|占比|比例)$");
  private static final Pattern ABOUT = Pattern.compile("(?:大约|约|接近|近)$");
  private static final Pattern ASKED_OF = Pattern.compile("(?:每|各|所有|全部|县级|市级|乡镇|村|[县市区][（(]).*");
  private static final Pattern JOINS = Pattern.compile("[、，和及与]|以及|并");
  private static final Pattern GROWS =
      Pattern.compile("(?:增长|增速|下降|提高|降低|减少|增加|压减|削减|提升|上升|回落|扩大|缩减|高出|高于|低于)$");
  private static final Pattern RATE =
      Pattern.compile("(?:率|比例|比重|占比|覆盖面|贡献度|份额|增速|增幅|涨幅|降幅|幅度)(?:为|是)?$");

  /** Words before a name that do not belong to it. */
  private static final Pattern LEAD_IN =
      Pattern.compile(
          "(?:[、，：；\\s]|为|和(?!谐)|及|以及|与|其中|力争|确保|争取|努力|实现|推动|促进|使|让|将|把|保证|保持|做到|配备|每年|严格|认真|全面|落实|同时|并且|并|到|年内|年均|原则上|累计|进一步|逐步|要|按照"
              + "|持续|不断|切实|着力|基本|按|达到|使得|全部|均|当年|推进|继续|预期|预计|总体上|目标|保障|完成(?=[^，。]{2,30}(?:率|值|额|量)$))");

  private static final Pattern TOTAL =
      Pattern.compile("(?:累计|合计|总计|分别|均|都|已|一般|原则上|每年|每人|要|应|须|应当|必须|力争|确保|的)+$");
  private static final Pattern ENDS_OBJECT =
      Pattern.compile(
          "[，。；：！？\\n）)”]|以上|以下|左右|参与|用于|作为|纳入|进行(?!业)|开展(?!示范)|争取|力争|确保|并(?!联|网|购|轨)|达到|达(?!标)|实现|建成后|覆盖|全部|的(?=[，。；、])");
  private static final String OBJECT_STOPS = "，。；：！？\n）)”以左参用作纳进开争力确并达实建覆全的";
  private static final Pattern QUALIFIES = Pattern.compile("[化性型级高强优新大中小好低集]$|以上$|重点$");

  private FigureWords() {}

  /** A comparator at the end of the words before a figure, and the words without it. */
  record Compared(Indicator.Comparator comparator, String before) {}

  /** The comparator that the words end with, or null. */
  static @Nullable Compared compared(String before) {
    Matcher about = atEnd(ABOUT, before);
    if (about.find()) {
      String rest = before.substring(0, about.start());
      Compared inner = compared(rest);
      return new Compared(Indicator.Comparator.ABOUT, inner == null ? rest : inner.before());
    }
    Matcher most = atEnd(AT_MOST, before);
    if (most.find()) {
      return new Compared(Indicator.Comparator.AT_MOST, before.substring(0, most.start()));
    }
    Matcher least = atEnd(AT_LEAST, before);
    if (least.find()) {
      return new Compared(Indicator.Comparator.AT_LEAST, before.substring(0, least.start()));
    }
    Matcher exactly = atEnd(EXACTLY, before);
    return exactly.find() && exactly.start() > 0
        ? new Compared(Indicator.Comparator.EXACTLY, before.substring(0, exactly.start()))
        : null;
  }

  /** Words that stand at the end are looked for there alone. */
  private static Matcher atEnd(Pattern pattern, String before) {
    int from = Math.max(0, before.length() - LONGEST_VERB);
    return pattern.matcher(before).region(from, before.length()).useTransparentBounds(true);
  }

  /** Whose part of the sentence the making verb at the end leaves over; null when none ends it. */
  static @Nullable String maker(String before) {
    Matcher makes = atEnd(MAKES, before);
    return makes.find() ? before.substring(0, makes.start()) : null;
  }

  /** Whether the words name an act and its object: 改造老旧小区, 新增就业. */
  static boolean isAct(String before) {
    Matcher makes = MAKES_FIRST.matcher(before);
    boolean first = makes.lookingAt() && makes.end() < before.length();
    Matcher inside = NEW.matcher(before);
    return first || (inside.find() && inside.end() < before.length());
  }

  static boolean grows(String before) {
    return GROWS.matcher(before).find();
  }

  static boolean isRate(String before) {
    return RATE.matcher(before).find();
  }

  /** The name of what is measured, without the words that lead up to it. */
  static String measured(String words) {
    String name = Words.tidy(words);
    Matcher leadIn = LEAD_IN.matcher(name);
    while (leadIn.lookingAt() && leadIn.end() < name.length()) {
      name = name.substring(leadIn.end());
      leadIn = LEAD_IN.matcher(name);
    }
    Matcher total = TOTAL.matcher(name);
    return shorten(total.find() && total.start() > 1 ? name.substring(0, total.start()) : name);
  }

  /** 甲、乙、自主招聘5项: the figure only counts the row before it. */
  static boolean isSum(String maker) {
    boolean placed = maker.startsWith("在") || UnitNames.isList(UnitNames.list(maker));
    return UnitNames.split(maker, "、").size() > 1 && !placed;
  }

  /** The last mark of enumeration outside brackets, or -1: 试点校5所、试点县（市、区）1个. */
  static int lastMark(String text, int from, int to) {
    int depth = 0;
    for (int i = to - 1; i >= from; i--) {
      char c = text.charAt(i);
      depth += Words.closes(c) ? 1 : 0;
      depth -= Words.opens(c) ? 1 : 0;
      if (c == '、' && depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Of whom it is asked, where the words before the verb say so; else empty. */
  static String whose(String maker) {
    String words = measured(maker);
    boolean place = words.startsWith("在") && words.length() > 2;
    boolean asked = ASKED_OF.matcher(words).matches() || UnitNames.isUnit(words) || place;
    return asked && words.length() <= 30 ? (place ? words.substring(1) : words) : "";
  }

  /** Whether nothing but a mark of enumeration leads up to a figure. */
  static boolean isInRow(String lead) {
    return lead.isEmpty()
        || JOINS.matcher(lead).matches()
        || lead.endsWith("和")
        || lead.endsWith("、");
  }

  /** Where the name of what is counted ends: 高水平职业院校 in 建成3至5所高水平职业院校，…. */
  static int objectEnd(String text, int from, int limit) {
    int end = from;
    int depth = 0;
    int to = Math.min(limit, from + 2 * LONGEST_NAME);
    while (end < to) {
      char c = text.charAt(end);
      depth += Words.opens(c) || c == '“' ? 1 : 0;
      boolean closes = Words.closes(c) || c == '”';
      if (depth == 0 && (endsHere(text, end, to) || (c == '、' && !goesOn(text, from, end, to)))) {
        break;
      }
      if ((c == '和' || c == '及' || c == '与') && end + 1 < to && isDigit(text.charAt(end + 1))) {
        break;
      }
      depth -= closes && depth > 0 ? 1 : 0;
      end++;
    }
    return end;
  }

  private static boolean endsHere(String text, int at, int to) {
    return OBJECT_STOPS.indexOf(text.charAt(at)) >= 0
        && ENDS_OBJECT.matcher(text).region(at, to).lookingAt();
  }

  /** Whether a mark of enumeration stands inside the name: 标准化、规范化的机构. */
  private static boolean goesOn(String text, int from, int comma, int to) {
    if (comma + 1 >= to || isDigit(text.charAt(comma + 1))) {
      return false;
    }
    if (text.charAt(from) == '集' || QUALIFIES.matcher(text.substring(from, comma)).find()) {
      return true;
    }
    int stop = comma + 1;
    while (stop < to && "，。；、".indexOf(text.charAt(stop)) < 0) {
      stop++;
    }
    String next = text.substring(comma + 1, stop);
    return next.indexOf('的') > 0 && !MAKES_FIRST.matcher(next).lookingAt();
  }

  /** At most a row's worth of a name: the words after its last 的 say what it is. */
  static String shorten(String name) {
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    int of = name.lastIndexOf('的');
    String last = of > 0 && of + 2 < name.length() ? name.substring(of + 1) : name;
    return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
