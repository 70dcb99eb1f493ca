package org.zhengling.platform.clauses.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a form as a person calls them. */
final class FieldWords {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("number", "文号"),
          Map.entry("title", "标题"),
          Map.entry("issuer", "发文机关"),
          Map.entry("documentKind", "文种"),
          Map.entry("written", "成文日期"),
          Map.entry("printed", "印发日期"),
          Map.entry("path", "条款编号"),
          Map.entry("heading", "小标题"),
          Map.entry("clause", "条款"),
          Map.entry("text", "任务"),
          Map.entry("lead", "牵头单位"),
          Map.entry("responsible", "责任单位"),
          Map.entry("first", "起始日"),
          Map.entry("last", "最后一日"),
          Map.entry("name", "指标名称"),
          Map.entry("value", "数值"),
          Map.entry("high", "上限"),
          Map.entry("unit", "单位"),
          Map.entry("by", "最后一日"),
          Map.entry("forWhom", "对谁"),
          Map.entry("target", "所提条款"),
          Map.entry("startsOn", "从何日起"),
          Map.entry("newWords", "改后的文字"),
          Map.entry("people", "人员"),
          Map.entry("places", "地点"));

  private FieldWords() {}

  /** 牵头单位：市财政局; fields without a name or a value are left out. */
  static List<String> of(Map<String, String> values) {
    List<String> words = new ArrayList<>();
    values.forEach((field, value) -> {
      String name = NAMES.get(field);
      if (name != null && !value.isBlank()) {
        words.add(name + "：" + value);
      }
    });
    return words;
  }
}
