package org.zhengling.platform.clauses;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengling.platform.clauses.store.LibraryViews;

/** What is published, for everybody to read: documents, clauses, chronicle, search. */
@Component
public class Library {
  private static final int SHORTEST_TERM = 2;

  private final LibraryViews views;

  Library(LibraryViews views) {
    this.views = views;
  }

  /** Current editions in the order of the gazette. */
  public List<PublishedDocument> documents() {
    return views.documents();
  }

  public Optional<PublishedDocument> document(String number) {
    return views.documents().stream().filter(d -> d.number().equals(number)).findFirst();
  }

  /** All clauses of the current edition in the order of the text. */
  public List<PublishedClause> clauses(String number) {
    return views.clauses(number);
  }

  /** Newest day last, as printed. Sample events give way to the first real gazette. */
  public List<ChronicleLine> chronicle() {
    return views.chronicle();
  }

  /**
   * Everything that contains all the words; words are separated by blanks and have at least two
   * characters.
   *
   * @param from how many hits to pass over
   * @param most how many to give
   */
  public List<SearchHit> search(String words, int from, int most) {
    List<String> terms = terms(words);
    return terms.isEmpty() ? List.of() : views.search(terms, from, most);
  }

  /** The words that can be looked for. */
  public static List<String> terms(String words) {
    return words.strip().replace('　', ' ').transform(text -> List.of(text.split(" +", -1))).stream()
        .filter(term -> term.codePointCount(0, term.length()) >= SHORTEST_TERM)
        .distinct()
        .limit(8)
        .toList();
  }
}
