package org.zhengling.platform.clauses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengling.engine.Refusal;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.platform.clauses.store.ClauseViews;
import org.zhengling.platform.clauses.store.LibraryViews;
import org.zhengling.platform.clauses.store.ReadingViews;
import org.zhengling.platform.clauses.store.SearchViews;

/** What is published, for everybody to read: documents, clauses, chronicle, search. */
@Component
public class Library {
  private final LibraryViews views;
  private final SearchViews search;
  private final ClauseViews around;
  private final ReadingViews readings;

  Library(LibraryViews views, SearchViews search, ClauseViews around, ReadingViews readings) {
    this.views = views;
    this.search = search;
    this.around = around;
    this.readings = readings;
  }

  /** Current editions in the order of the gazette. */
  public List<PublishedDocument> documents() {
    return views.documents();
  }

  public Optional<PublishedDocument> document(String number) {
    return views.documents().stream().filter(d -> d.number().equals(number)).findFirst();
  }

  /** The current edition; refuses a number that is not published. */
  public PublishedDocument published(String number) {
    return document(number).orElseThrow(() -> notPublished(number));
  }

  static Refusal notPublished(String number) {
    return new Refusal(Refusal.Kind.ABSENT, "没有发布过“" + number + "”。", "请从文件清单里选，或用搜索查。");
  }

  /** All clauses of the current edition in the order of the text. */
  public List<PublishedClause> clauses(String number) {
    return views.clauses(number);
  }

  /** What a published document carries besides its clauses. */
  public Particulars particulars(String number) {
    return around.particulars(number);
  }

  /** The current edition as the reader would give it; refuses a number that is not published. */
  public OfficialDocument reading(String number) {
    return readings.current(number).orElseThrow(() -> notPublished(number));
  }

  /** Figures that a clause sets. */
  public List<PublishedIndicator> indicators(String number, String path) {
    return around.indicators(number, path);
  }

  /** What a clause points to. */
  public List<Citation> citations(String number, String path) {
    return around.citations(number, path);
  }

  /** Which clauses of other documents point to a document. */
  public List<Citation> citing(String number) {
    return around.citing(number);
  }

  /** What later documents do to a clause. */
  public List<Amendment> amendments(String number, String path) {
    return around.amendments(number, path);
  }

  /** Newest day last, as printed. Sample events give way to the first real gazette. */
  public List<ChronicleLine> chronicle() {
    return views.chronicle();
  }

  /**
   * What contains all the words; nothing where there is no word to look for.
   *
   * @param from how many hits to pass over
   * @param most how many to give
   */
  public List<SearchHit> search(SearchQuestion question, int from, int most) {
    return question.terms().isEmpty() ? List.of() : search.hits(question, from, most);
  }

  /** How many hits of each sort there are, whatever sorts are asked for. */
  public Map<SearchKind, Integer> counts(SearchQuestion question) {
    return question.terms().isEmpty() ? Map.of() : search.counts(question);
  }
}
