package org.zhengling.engine.gazette;

import java.util.Set;

/** The units of official figures: words that count, measures, and stretches of time. */
final class QuantityUnits {
  static final Set<String> COUNTS =
      Set.of(
          "个", "所", "家", "处", "条", "名", "位", "人", "户", "项", "座", "门", "件", "辆", "台", "套", "场", "次",
          "支", "张", "棵", "株", "头", "只", "种", "类", "部", "本", "篇", "期", "班", "间", "栋", "幢", "片", "块",
          "艘", "架", "对", "组", "队", "宗", "笔", "单", "例", "盏", "口", "眼", "届", "枚", "面", "批", "款", "节",
          "幅", "首", "集", "道", "段", "桶", "羽", "匹", "村", "镇", "站", "床");
  static final Set<String> TIMES =
      Set.of(
          "年", "个月", "天", "日", "小时", "学时", "课时", "分钟", "个工作日", "周", "个小时", "工作日", "秒", "个学时", "个课时",
          "个学分");
  private static final Set<String> MEASURES =
      Set.of(
          "%",
          "‰", "个百分点", "倍", "人次", "亩", "公顷", "平方公里", "平方千米", "平方米", "立方米", "公里", "千米", "米", "吨",
          "吨标准煤", "千克", "公斤", "元", "美元", "欧元", "千瓦", "千瓦时", "兆瓦", "兆瓦时", "度", "张床位", "张床", "标方",
          "标箱", "车次", "班次", "场次", "人天", "人日", "户次", "家次", "件次", "台套", "台次", "人年", "学分", "分", "微克",
          "毫克", "克", "升", "毫升", "℃", "摄氏度", "分贝", "吨煤", "吨二氧化碳", "吨标煤", "亩次", "株次", "头只", "标准箱",
          "吨公里", "人公里", "吉瓦", "瓦", "伏", "千伏安", "兆伏安", "床位", "P", "EFLOPS", "GW", "MW", "kW", "TB",
          "PB", "Mbps", "公斤标准煤", "克标准煤", "千卡", "个床位", "平米", "公分", "厘米", "毫米", "斤", "册", "岁", "株",
          "盒", "平方");

  /** With a number in words these are figures; 三个, 三项 are manners of speaking. */
  static final Set<String> FEW = Set.of("所", "家", "处", "名", "人", "户", "座", "亩", "台", "辆", "套", "元");

  private QuantityUnits() {}

  /** Whether the words are a unit, alone or per another: 万元/亩. */
  static boolean isUnit(String words) {
    int per = words.indexOf('/');
    String unit = per < 0 ? words : words.substring(0, per);
    return COUNTS.contains(unit) || MEASURES.contains(unit) || TIMES.contains(unit);
  }
}
