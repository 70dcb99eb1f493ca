package org.zhengling.formats.akn;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengling.engine.gazette.OfficialDocument;
import org.zhengling.engine.law.ClausePath;

/** The names of documents (IRIs), of clauses (eId) and of the elements that clauses become. */
final class AknNames {
  private static final Pattern YEAR = Pattern.compile("〔(\\d{4})〕");

  private AknNames() {}

  static @Nullable LocalDate day(OfficialDocument document) {
    return document.dateWritten() == null ? document.datePrinted() : document.dateWritten();
  }

  /** The work: a document is found by its number alone, and by its title where it has none. */
  static String work(String number, String title) {
    if (number.isEmpty()) {
      return "/akn/cn/doc/" + word(title);
    }
    Matcher year = YEAR.matcher(number);
    return "/akn/cn/doc/" + (year.find() ? year.group(1) + "/" : "") + word(number);
  }

  static String issue(@Nullable LocalDate day) {
    return "/akn/cn/officialGazette/" + (day == null ? "undated" : day.toString());
  }

  /** Words as one step of an IRI. */
  static String word(String words) {
    return words.replaceAll("[\\s/?#%\\[\\]<>\"{}|\\\\^`]+", "_");
  }

  static String element(ClausePath.Kind kind) {
    return switch (kind) {
      case VOLUME -> "book";
      case PART -> "part";
      case SUBPART -> "subpart";
      case CHAPTER -> "chapter";
      case SECTION -> "section";
      case ARTICLE, INSERTED_ARTICLE -> "article";
      case ITEM -> "paragraph";
      case BRACKETED -> "subparagraph";
      case NUMBER -> "point";
      case SECOND_NUMBER -> "clause";
      case THIRD_NUMBER -> "subclause";
      case FOURTH_NUMBER -> "alinea";
      case BRACKETED_NUMBER -> "indent";
      case BODY, STAGE, ANNEX -> "hcontainer";
    };
  }

  /** A clause's eId comes from its path alone: {@code 二(三)7} is para_2__subpara_3__point_7. */
  static String id(ClausePath path) {
    return path.segments().stream().map(AknNames::id).collect(Collectors.joining("__"));
  }

  private static String id(ClausePath.Segment segment) {
    String word =
        switch (segment.kind()) {
          case VOLUME -> "book";
          case PART -> "part";
          case SUBPART -> "subpart";
          case CHAPTER -> "chp";
          case SECTION -> "sec";
          case ARTICLE -> "art";
          case INSERTED_ARTICLE -> "ins";
          case ITEM -> "para";
          case BRACKETED -> "subpara";
          case NUMBER -> "point";
          case SECOND_NUMBER -> "clause";
          case THIRD_NUMBER -> "subclause";
          case FOURTH_NUMBER -> "alinea";
          case BRACKETED_NUMBER -> "indent";
          case BODY -> "body";
          case STAGE -> "stage";
          case ANNEX -> "annex";
        };
    String again = segment.occurrence() == 1 ? "" : "-" + segment.occurrence();
    return word + "_" + segment.number() + again;
  }

  static String chinese(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
