package org.zhengling.app.portal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Behind which sentence of a clause a restatement belongs. Both follow the order of the text, so
 * the sentences are chosen together: those that share most pairs of neighbouring characters with
 * the restatements, none before the one of the restatement above.
 */
final class Restatements {
  /** Nowhere: it stands beside the heading. */
  static final int BESIDE_HEADING = -1;

  /** A sentence that shares less of a restatement is not its source; in thousandths. */
  private static final int LEAST_SHARE = 400;

  private static final Pattern END = Pattern.compile("[。；！？](?![^（]*）)|\\n|$");

  /** The bracket of units and deadline restates nothing. */
  private static final Pattern DUTIES = Pattern.compile("\\s*（(?:牵头|责任|完成时限).*");

  private final List<Sentence> sentences;
  private final List<Set<String>> wanted;

  private record Sentence(int end, Set<String> pairs) {}

  /** The best choice for the restatements from one on, and its worth. */
  private record Choice(int worth, List<Integer> places) {
    Choice after(int share, int place) {
      List<Integer> all = new ArrayList<>(places);
      all.addFirst(place);
      return new Choice(worth + share, all);
    }
  }

  private Restatements(String body, List<String> restated) {
    this.sentences = sentences(body);
    this.wanted = restated.stream().map(Restatements::pairs).toList();
  }

  /**
   * For each restatement how many characters of the text stand before its mark, or {@link
   * #BESIDE_HEADING}.
   */
  static List<Integer> places(String body, List<String> restated) {
    Restatements all = new Restatements(body, restated);
    // Row by row from the last restatement: best[s] for "sentences from s on".
    List<Choice> best = Collections.nCopies(all.sentences.size() + 1, new Choice(0, List.of()));
    for (int i = restated.size() - 1; i >= 0; i--) {
      best = all.withOneMore(i, best);
    }
    return best.getFirst().places();
  }

  private List<Choice> withOneMore(int restatement, List<Choice> rest) {
    List<Choice> best = new ArrayList<>();
    Choice chosen = rest.getLast().after(LEAST_SHARE, BESIDE_HEADING);
    best.add(chosen);
    for (int s = sentences.size() - 1; s >= 0; s--) {
      Choice here = rest.get(s).after(share(restatement, s), sentences.get(s).end());
      Choice none = rest.get(s).after(LEAST_SHARE, BESIDE_HEADING);
      chosen = none.worth() > chosen.worth() ? none : chosen;
      chosen = here.worth() >= chosen.worth() ? here : chosen;
      best.addFirst(chosen);
    }
    return best;
  }

  /** In thousandths of the pairs of the restatement. */
  private int share(int restatement, int sentence) {
    Set<String> of = wanted.get(restatement);
    long shared = of.stream().filter(sentences.get(sentence).pairs()::contains).count();
    return of.isEmpty() ? 0 : Math.toIntExact(shared * 1000 / of.size());
  }

  private static List<Sentence> sentences(String body) {
    List<Sentence> sentences = new ArrayList<>();
    Matcher end = END.matcher(body);
    int begin = 0;
    while (begin < body.length() && end.find(begin)) {
      String words = body.substring(begin, end.end());
      if (!words.isBlank() && !DUTIES.matcher(words).lookingAt()) {
        sentences.add(new Sentence(begin + words.stripTrailing().length(), pairs(words)));
      }
      begin = Math.max(end.end(), begin + 1);
    }
    return sentences;
  }

  /** Neighbouring letters, marks left out. */
  private static Set<String> pairs(String words) {
    String letters = words.replaceAll("[^\\p{L}\\p{N}]", "");
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= letters.length(); i++) {
      pairs.add(letters.substring(i, i + 2));
    }
    return pairs;
  }
}
