package org.zhengling.engine.gazette;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of words that sets a deadline. Earlier forms win where two overlap. */
enum DeadlineForm {
  MONTHS(
      "年&月&-—–－~～至到",
      Part.YEAR
          + Part.MONTH
          + "(?:"
          + Part.DAY_OF_MONTH
          + ")?(?:起|开始)?"
          + Part.DASH
          + Part.SOME_YEAR
          + Part.MONTH
          + "(?:"
          + Part.DAY_OF_MONTH
          + "|底|末)?"),
  YEARS("年&0123456789&-—–－~～至到", "(?<!\\d)(\\d{4})年?(?:起)?" + Part.DASH + "(\\d{4})年"),
  PLAN_END("五&末", "[“\"]?十([一二三四五六]?)五[”\"]?(?:规划)?(?:末|期末|时期末)(?:年)?"),
  PLAN("五&期", "[“\"]?十([一二三四五六]?)五[”\"]?(?:规划)?(?:时期|期间)"),
  YEARLY_DAY(
      "每&月", "每年(?:的)?(?:次年)?" + Part.MONTH + "(?:" + Part.DAY_OF_MONTH + "|底|末)" + "(?:之前|以前|前)?"),
  YEARLY_END("每&底末", "每年(?:年)?(?:底|末)(?:之前|以前|前)?"),
  TIMES(
      "次",
      "(?:每|一)年(?:度)?(?:至少|不少于|开展|组织|不低于)?([2两4四])次|(半)年(?:开展|组织)?一次|(季)度?(?:开展|组织)?一次|一(月)一次|(一年)一次"),
  REPEATED("每按逐&年季月周星", "(?:每|按|逐)(?:个)?(年度?|半年|季度?|月|周(?![岁边年])|星期)(?![0-9一二三四五六七八九十]*[人份])"),
  REPORTED(
      "月季年周&报调督评分例",
      "(?<![\\d一二三四五六七八九十个本当上次每按逐年岁])(月季|月|季|半年|周(?![岁边年]))(?:度)?(?:报(?![道名社刊销考业])|调度|通报|报告|报送|督查|督导|评估|分析|例会)"),
  CUTOFF("截&月", "截止(?:时间|日期)?(?:为|是|到|至|：|:)?" + Part.SOME_YEAR + Part.MONTH + Part.DAY_OF_MONTH),
  DAY("前&月&日", Part.SOME_YEAR + Part.MONTH + Part.DAY_OF_MONTH + Part.HOUR + Part.BEFORE),
  MONTH_PART("月&底末旬初", "(?:到|至)?" + Part.SOME_YEAR + Part.MONTH + "(底|末|上旬|中旬|下旬|初)(?:之前|以前|前)?"),
  MONTH_BEFORE("前&月", Part.SOME_YEAR + Part.MONTH + Part.BEFORE),
  UNTIL(
      "到至&年&月",
      "(?<!有效期|效期限|执行|延续|延长|延期|暂停|期限|自即日起)(?:到|至)"
          + Part.YEAR
          + Part.MONTH
          + "(?:"
          + Part.DAY_OF_MONTH
          + ")?(?:止)?(?![\\d—–~～-])"),
  ONWARD(
      "年&0123456789&后起始",
      "(?<!\\d)(\\d{4})年(?:"
          + Part.MONTH
          + "(?:"
          + Part.DAY_OF_MONTH
          + ")?)?(?:及以后|及其以后|以后|起|开始)(?!施行|实施|执行)"),
  YEAR_END("年&底末", "(?:到|至)?(?:" + Part.YEAR + "年?|(?<![每\\d去上往历])年)(?:底|末)(?:之前|以前|前)?"),
  QUARTER(
      "季半",
      Part.SOME_YEAR
          + "第?([一二三四1234])季度(?:底|末|内|前|之前)|"
          + Part.SOME_YEAR
          + "([上下])半年(?:底|末|内|前|之前)"
          + "|"
          + Part.YEAR
          + "第?([一二三四])季度|"
          + Part.YEAR
          + "([上下])半年"),
  SEASON("季&底末前&春夏秋冬", Part.SOME_YEAR + "([春夏秋冬])季(?:底|末|前|之前)"),
  FEAST("前&节旦一", Part.SOME_YEAR + "(国庆|元旦|五一|“五一”|劳动节|“十一”)(?:节)?(?:假期)?" + Part.BEFORE),
  LUNAR_FEAST(
      "前&节宵夕", Part.SOME_YEAR + "(春节|元宵节?|除夕|清明节?|端午节?|中秋节?|重阳节|“两节”|两节)(?:假期|期间)?" + Part.BEFORE),
  BY_YEAR("到至&年&0123456789", "(?:到|至)(\\d{4})年(?![\\d—–~～-])"),
  YEAR_BEFORE("前&年&0123456789", "(?<!\\d)(\\d{4})年(?:度)?" + Part.BEFORE),
  THIS_YEAR(
      "年&内完",
      "(今|本|当|明|次|翌)年(?:度)?(?:内|(?=完成))|(?<![\\d一二三四五六七八九十两几多半近上下青少中老成童每今本当])(年)内(?!部|容|涵)"),
  IN_YEAR("年&0123456789", "(?<!\\d)(\\d{4})年(?:度)?(?:内|(?=[，,]?(?:全面|基本|力争)?(?:完成|实现|建成|达到)))"),
  MONTHLY_DAY("前&月&日&次下每", "(?:次|下|每)(?:个)?月(?:的)?" + Part.DAY_OF_MONTH + Part.BEFORE),
  WORKING_DAYS("作&内前", Part.NUMERAL + "个?工作日(?:之内|以内|内|之前|以前|前)"),
  DAYS("内&日天", Part.NUMERAL + "(?:个自然)?[日天](?:之内|以内|内)"),
  DAYS_BEFORE("前&日天", "(?<![月\\d])" + Part.NUMERAL + "[日天](?:之前|以前|前)"),
  HOURS("时&内", "(24|48|72|二十四|四十八|七十二)个?小时(?:之内|以内|内)"),
  WEEKS("周&内", Part.NUMERAL + "周(?:之内|以内|内)"),
  HALF("半&内", "(半个月|半年)(?:之内|以内|内)"),
  WITHIN_MONTHS("内&月", Part.NUMERAL + "个月(?:之内|以内|内)"),
  WITHIN_YEARS("内&年", "(?<!\\d)" + Part.NUMERAL + "年(?:之内|以内|内)(?!容|涵|部)");

  /** Of each group (&) one character must occur: most texts lack one and need no search. */
  private final String needed;

  private final Pattern pattern;

  DeadlineForm(String needed, String pattern) {
    this.needed = needed;
    this.pattern = Pattern.compile(pattern);
  }

  Matcher matcher(String text) {
    return pattern.matcher(text);
  }

  boolean mayOccur(String text) {
    boolean occurs = false;
    for (int i = 0; i < needed.length(); i++) {
      char c = needed.charAt(i);
      if (c == '&' && !occurs) {
        return false;
      }
      occurs = c != '&' && (occurs || text.indexOf(c) >= 0);
    }
    return occurs;
  }

  /** The words of which the forms are made. */
  private static final class Part {
    static final String NUMERAL = "(\\d{1,3}|[一二三四五六七八九十两]{1,3})";
    static final String YEAR = "(?<!\\d)(\\d{4}|[〇○零一二三四五六七八九]{4}|今|本|明|次|翌|当)年";
    static final String SOME_YEAR = "(?:" + YEAR + "(?:年)?)?";
    static final String MONTH = "(\\d{1,2}|十?[一二]|[三四五六七八九十])月(?:份)?";
    static final String DAY_OF_MONTH = "(\\d{1,2}|[一二三四五六七八九十]{1,3})日";
    static final String DASH = "(?:[-—–－~～]{1,2}|至|到)";
    static final String HOUR =
        "(?:[上下中晚]午?)?(?:\\d{1,2}(?:时|点|[:：]\\d{2})(?:\\d{1,2}分)?)?(?:（[^）]{1,5}）)?";
    static final String BEFORE = "(?:之前|以前|前)";

    private Part() {}
  }
}
