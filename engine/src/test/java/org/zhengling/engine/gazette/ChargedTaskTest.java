package org.zhengling.engine.gazette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengling.engine.gazette.OrderedTask.Role;
import org.zhengling.engine.time.Deadline;
import org.zhengling.engine.time.Deadline.Period;

/** A clause without a bracket may charge several units, each in its own words. */
class ChargedTaskTest {
  @Test
  void every_unit_charged_in_a_clause_has_a_task() {
    List<OrderedTask> tasks = read("市水利局要加强指导，市财政局要保障资金。各县政府要落实责任；市测绘局负责测绘。");
    assertThat(tasks)
        .extracting(OrderedTask::lead, OrderedTask::text)
        .containsExactly(
            tuple(List.of("市水利局"), "修渠"),
            tuple(List.of("市财政局"), "市财政局要保障资金"),
            tuple(List.of("各县政府"), "各县政府要落实责任"),
            tuple(List.of("市测绘局"), "市测绘局负责测绘"));
    assertThat(tasks).extracting(OrderedTask::role).containsOnly(Role.SUBJECT);
    assertThat(tasks.getFirst().confidence()).isGreaterThan(tasks.getLast().confidence());
    assertThat(tasks).extracting(OrderedTask::id).doesNotHaveDuplicates();
  }

  @Test
  void who_shall_help_stands_in_a_later_phrase() {
    OrderedTask task = read("市水利局牵头制定方案，市财政局配合。").getFirst();
    assertThat(task.lead()).containsExactly("市水利局");
    assertThat(task.responsible()).containsExactly("市财政局");
  }

  @Test
  void the_one_dated_sentence_may_charge_a_unit_of_its_own() {
    List<OrderedTask> tasks = read("市级财政安排资金。每年6月底前，市水利局组织开展一次评估。");
    assertThat(tasks)
        .extracting(OrderedTask::lead, OrderedTask::deadline)
        .containsExactly(
            tuple(List.of(), new Deadline.None()),
            tuple(List.of("市水利局"), new Deadline.Recurring(Period.YEAR, MonthDay.of(6, 30))));
  }

  @Test
  void words_to_nobody_in_particular_charge_nobody() {
    assertThat(read("加强领导。各级各有关部门要重视，有关部门要配合。"))
        .extracting(OrderedTask::role)
        .containsExactly(Role.UNNAMED);
  }

  @Test
  void a_bracket_speaks_for_its_whole_clause() {
    assertThat(read("修好水渠，市财政局要保障资金。（市水利局牵头，市测绘局配合）")).hasSize(1);
  }

  private static List<OrderedTask> read(String words) {
    String text = "甲市人民政府关于修渠的意见\n甲政发〔2020〕7号\n各县人民政府：\n一、修渠。" + words + "\n";
    return GazetteReader.read(text).documents().getFirst().tasks();
  }
}
