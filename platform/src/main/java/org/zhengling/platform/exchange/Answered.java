package org.zhengling.platform.exchange;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.audit.Canonical;
import org.zhengling.platform.keys.Sm3;

/**
 * An answer as it lies in the chain of its source; an enquiry may have a second one by letter.
 *
 * @param asOf absent where there is no answer
 * @param reason absent where there is one
 * @param letter absent where the interface answered
 * @param replyDigest SM3 of the reply's body
 */
public record Answered(
    long id,
    long enquiry,
    String source,
    long seq,
    String previous,
    Instant at,
    CaseFile inCase,
    Outcome outcome,
    @Nullable LocalDate asOf,
    Answer.@Nullable Reason reason,
    String explanation,
    int records,
    int tries,
    String replyDigest,
    @Nullable LetterHead letter) {

  /** The case and the resident that the enquiry was about. */
  public record CaseFile(String area, long file, long resident) {}

  /**
   * The letter by which an answer came.
   *
   * @param digest SM3 of the letter as it was scanned
   * @param person who entered it
   */
  public record LetterHead(
      String number, LocalDate date, String digest, long person, String personName) {}

  /** Kinds of answers, as the database names them. */
  public enum Outcome {
    FOUND("有记录"),
    NOT_THERE("无记录"),
    UNAVAILABLE("未答复"),
    STALE("数据过期");

    private final String chinese;

    Outcome(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }

    public static Outcome of(Answer answer) {
      return switch (answer) {
        case Answer.Found _ -> FOUND;
        case Answer.NotThere _ -> NOT_THERE;
        case Answer.Unavailable _ -> UNAVAILABLE;
        case Answer.Stale _ -> STALE;
      };
    }
  }

  /** Digest of everything that the link says. */
  public String digest() {
    Canonical text =
        new Canonical("exchange answered 1")
            .add("id", id)
            .add("enquiry", enquiry)
            .add("source", source)
            .add("seq", seq)
            .add("previous", previous)
            .add("at", at)
            .add("area", inCase.area())
            .add("case", inCase.file())
            .add("resident", inCase.resident())
            .add("outcome", outcome.name())
            .add("as-of", asOf == null ? null : asOf.toString())
            .add("reason", reason == null ? null : reason.name())
            .add("explanation", explanation)
            .add("records", (long) records)
            .add("tries", (long) tries)
            .add("reply", replyDigest);
    if (letter != null) {
      text.add("letter", letter.number())
          .add("letter-date", letter.date().toString())
          .add("letter-digest", letter.digest())
          .add("person", letter.person())
          .add("person-name", letter.personName());
    }
    return Sm3.hex(text.bytes());
  }
}
