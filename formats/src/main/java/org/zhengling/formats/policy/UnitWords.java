package org.zhengling.formats.policy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Units of parameters as a page writes them; packs name them in English. */
public final class UnitWords {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("bases", "个基地"),
          Map.entry("categories", "类"),
          Map.entry("centres", "个中心"),
          Map.entry("children", "名幼儿"),
          Map.entry("classes", "个班"),
          Map.entry("counties", "个县（市、区）"),
          Map.entry("courses", "门课程"),
          Map.entry("databases", "个资源库"),
          Map.entry("days", "日"),
          Map.entry("departments", "个部门"),
          Map.entry("dwellings", "套住房"),
          Map.entry("enterprises", "家企业"),
          Map.entry("groups", "个群体"),
          Map.entry("institutions", "家机构"),
          Map.entry("items", "项"),
          Map.entry("levels", "级"),
          Map.entry("libraries", "个库"),
          Map.entry("meetings a quarter", "次会/季度"),
          Map.entry("months", "个月"),
          Map.entry("mu", "亩"),
          Map.entry("months of the standard", "个月低保标准"),
          Map.entry("person-times", "人次"),
          Map.entry("persons", "人"),
          Map.entry("programme groups", "个专业群"),
          Map.entry("programmes", "个专业"),
          Map.entry("projects", "个项目"),
          Map.entry("residents", "名常住人口"),
          Map.entry("reviews a quarter", "次评审/季度"),
          Map.entry("schools", "所"),
          Map.entry("students", "名学生"),
          Map.entry("studios", "个工作室"),
          Map.entry("teachers", "名教师"),
          Map.entry("teams", "个团队"),
          Map.entry("times the base line", "倍基准"),
          Map.entry("types", "种"),
          Map.entry("vehicles", "辆"),
          Map.entry("working days", "个工作日"),
          Map.entry("workshops", "个工坊"),
          Map.entry("years", "年"),
          Map.entry("years of age", "岁"));

  private UnitWords() {}

  /** 5 个工作日, 85%, 1,200.00 元; a unit without a word is written as it is. */
  public static String with(long value, String unit) {
    return switch (unit) {
      case "%" -> value + "%";
      case "thirds" -> value + "/3";
      case "fen a month" -> String.format("%,.2f 元/月", BigDecimal.valueOf(value, 2));
      case "fen" -> String.format("%,.2f 元", BigDecimal.valueOf(value, 2));
      default -> String.format("%,d ", value) + WORDS.getOrDefault(unit, unit);
    };
  }

  /** Whether a page can write it in Chinese. */
  public static boolean known(String unit) {
    return Set.of("%", "fen", "fen a month", "thirds", "choice").contains(unit)
        || WORDS.containsKey(unit);
  }
}
