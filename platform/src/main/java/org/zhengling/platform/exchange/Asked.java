package org.zhengling.platform.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengling.platform.audit.Canonical;
import org.zhengling.platform.keys.Sm3;

/**
 * An enquiry as it lies in the chain of its source, written before anything is sent.
 *
 * @param previous digest of the link before it, 64 hexadecimal characters
 * @param at to the microsecond
 * @param agreement absent where an official letter asked
 * @param authorisation absent where the law needs none
 * @param requestDigest SM3 of the request's body
 */
public record Asked(
    long id,
    String source,
    long seq,
    String previous,
    Instant at,
    CaseReference inCase,
    long resident,
    String purpose,
    @Nullable Long agreement,
    @Nullable Long authorisation,
    long person,
    String personName,
    long post,
    String postTitle,
    String requestDigest) {

  /** Digest of everything that the link says. */
  public String digest() {
    return Sm3.hex(
        new Canonical("exchange asked 1")
            .add("id", id)
            .add("source", source)
            .add("seq", seq)
            .add("previous", previous)
            .add("at", at)
            .add("area", inCase.area())
            .add("case", inCase.file())
            .add("case-number", inCase.number())
            .add("resident", resident)
            .add("purpose", purpose)
            .add("agreement", agreement)
            .add("authorisation", authorisation)
            .add("person", person)
            .add("person-name", personName)
            .add("post", post)
            .add("post-title", postTitle)
            .add("request", requestDigest)
            .bytes());
  }
}
