package org.zhengling.engine.gazette;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the note under the title of a law or regulation says of its making:
 * （2001年10月31日国务院第46次常务会议通过 2001年12月10日国务院令第332号公布 自2002年1月1日起施行）, in brackets or one act a line.
 *
 * @param day the day of the latest act that made the text as it stands, or null
 * @param number the latest order that the note names; null when it names none
 */
record Adoption(@Nullable LocalDate day, @Nullable DocumentNumber number) {
  private static final int LONGEST = 1600;
  private static final String DATE = "[12]\\d{3}年\\d{1,2}月\\d{1,2}日";
  private static final String ACT =
      "通过|公布|发布|颁布|批准|修订|修正|修改|施行|实施|实行|印发|制定|废止|修正案|令第[0-9零一二三四五六七八九十百]+号";
  private static final Pattern DATED =
      Pattern.compile("[（(]?(?:根据|经|自)?" + DATE + ".*(?:" + ACT + ").*", Pattern.DOTALL);
  private static final Pattern BROKEN = Pattern.compile("[（(](?:根据|经)?[12]\\d{3}年.*");
  private static final Pattern BY_LINE =
      Pattern.compile("[（(]?(" + DATE + ")[,，]?(\\D{2,30}?)[）)]?");
  private static final Pattern EFFECTIVE =
      Pattern.compile("[（(]?(?:本.{1,10})?自?(?:" + DATE + "|.?[发公]布之日|印发之日)起?(?:施行|实施|实行|执行)[）)。]?");
  private static final Pattern EFFECT = Pattern.compile("施行|实施|实行|执行|生效");
  private static final Pattern MADE = Pattern.compile("通过|公布|发布|颁布|批准|修订|修正|令第");
  private static final Pattern DAY = Pattern.compile(DATE);
  private static final Pattern ORDER =
      Pattern.compile(
          "((?:[\\u4E00-\\u9FFF、]{2,60}?)(?:令|公告))[（(]?(第[0-9零一二三四五六七八九十百]{1,7}号)[）)]?");

  /** Whether a line of a head, or the first line of such a note, tells of adoption. */
  static boolean opens(SourceLine line) {
    String text = line.text();
    if (text.length() > LONGEST || (text.indexOf('年') < 0 && text.indexOf('日') < 0)) {
      return false;
    }
    String words = line.compact();
    boolean bracketed = Words.opens(words.charAt(0));
    boolean sentence = words.indexOf('。') >= 0 && !bracketed;
    if (sentence) {
      return EFFECTIVE.matcher(words).matches();
    }
    if (bracketed && BROKEN.matcher(words).matches() && Words.openBrackets(words, 0) > 0) {
      return true;
    }
    Matcher byLine = BY_LINE.matcher(words);
    return EFFECTIVE.matcher(words).matches()
        || (byLine.matches() && (Titles.isIssuer(byLine.group(2)) || bracketed))
        || ((bracketed || words.length() <= 120) && DATED.matcher(words).matches());
  }

  /** How many lines the note that opens at {@code from} takes. */
  static int length(List<SourceLine> lines, int from) {
    int open = Words.openBrackets(lines.get(from).text(), 0);
    int at = from + 1;
    while (open > 0 && at < lines.size() && at - from < 12) {
      open = Words.openBrackets(lines.get(at).text(), open);
      at++;
    }
    return open > 0 ? 1 : at - from;
  }

  /** What the words of a note say. */
  static Adoption read(String words) {
    LocalDate day = null;
    Matcher date = DAY.matcher(words);
    boolean more = date.find();
    while (more) {
      LocalDate written = Dates.whole(date.group());
      boolean begins = date.start() > 0 && words.charAt(date.start() - 1) == '自';
      int from = date.end();
      more = date.find();
      String act = words.substring(from, more ? date.start() : words.length());
      boolean latest = written != null && (day == null || !written.isBefore(day));
      if (latest && !begins && !isOnlyEffect(act)) {
        day = written;
      }
    }
    DocumentNumber number = null;
    Matcher order = ORDER.matcher(words);
    while (order.find()) {
      String series = order.group(1).replaceFirst("^.*[日）)，]", "");
      number = new DocumentNumber(series + order.group(2), series);
    }
    return new Adoption(day, number);
  }

  /** 起施行: the day from which it is in force is not the day on which it was made. */
  private static boolean isOnlyEffect(String act) {
    return EFFECT.matcher(act).find() && !MADE.matcher(act).find();
  }
}
