package org.zhengling.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RestatementsTest {
  private static final String BODY =
      "建立渠道台账，逐条登记。每季度巡查一次（遇汛期，每月一次。），发现损毁及时修复。\n向社会公布巡查结果；" + "（牵头单位：市城乡水务局；责任单位：市财政局；完成时限：持续推进）";

  private static List<String> before(String body, List<String> restated) {
    return Restatements.places(body, restated).stream()
        .map(at -> at == Restatements.BESIDE_HEADING ? "—" : body.substring(0, at))
        .map(words -> words.substring(Math.max(0, words.length() - 4)))
        .toList();
  }

  @Test
  void each_stands_behind_the_sentence_it_restates() {
    assertThat(before(BODY, List.of("渠道台账", "季度巡查与损毁修复", "公布巡查结果")))
        .containsExactly("条登记。", "时修复。", "查结果；");
  }

  @Test
  void what_restates_no_sentence_stands_beside_the_heading() {
    assertThat(before(BODY, List.of("渠道台账", "学分银行", "公布巡查结果")))
        .containsExactly("条登记。", "—", "查结果；");
    assertThat(Restatements.places("", List.of("渠道台账"))).containsExactly(-1);
    assertThat(Restatements.places(BODY, List.of())).isEmpty();
  }

  @Test
  void the_bracket_of_duties_restates_nothing() {
    assertThat(before(BODY, List.of("市城乡水务局、市财政局"))).containsExactly("—");
  }

  /** Against trying out every choice of places that keep the order. */
  @Property(tries = 200)
  void no_other_order_of_places_shares_more(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 5) Integer> sentences,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 0, max = 5) Integer> restated) {
    List<String> words = List.of("渠道台账", "巡查渠道", "公布结果", "修复台账", "台账公布", "巡查结果");
    String body = sentences.stream().map(words::get).collect(Collectors.joining("。", "", "。"));
    List<String> ours = restated.stream().map(words::get).toList();
    List<Integer> ends = new ArrayList<>(List.of(Restatements.BESIDE_HEADING));
    for (int at = body.indexOf('。'); at >= 0; at = body.indexOf('。', at + 1)) {
      ends.add(at + 1);
    }
    long best = best(body, ours, ends, List.of());
    assertThat(worth(body, ours, Restatements.places(body, ours))).isEqualTo(best);
  }

  private static long best(
      String body, List<String> ours, List<Integer> ends, List<Integer> chosen) {
    if (chosen.size() == ours.size()) {
      return worth(body, ours, chosen);
    }
    long best = -1;
    for (int end : ends) {
      List<Integer> more = new ArrayList<>(chosen);
      more.add(end);
      best = Math.max(best, best(body, ours, ends, more));
    }
    return best;
  }

  /** Of an order that goes back it is nothing. */
  private static long worth(String body, List<String> ours, List<Integer> places) {
    long worth = 0;
    int last = 0;
    for (int i = 0; i < places.size(); i++) {
      int at = places.get(i);
      if (at == Restatements.BESIDE_HEADING) {
        worth += 400;
      } else if (at < last) {
        return -1;
      } else {
        int begin = body.lastIndexOf('。', at - 2) + 1;
        worth += share(ours.get(i), body.substring(begin, at - 1));
        last = at;
      }
    }
    return worth;
  }

  private static long share(String ours, String sentence) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= ours.length(); i++) {
      pairs.add(ours.substring(i, i + 2));
    }
    return pairs.stream().filter(sentence::contains).count() * 1000 / pairs.size();
  }
}
