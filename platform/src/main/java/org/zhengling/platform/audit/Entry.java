package org.zhengling.platform.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded act: what lies in the chain, as read back or about to be written.
 *
 * @param previous digest of the entry before it in its stream, 64 hexadecimal characters
 * @param at to the microsecond, as exact as the database keeps it
 * @param actor absent for strangers, applicants and the program itself
 */
public record Entry(
    int stream,
    long seq,
    String previous,
    Instant at,
    @Nullable Long actor,
    String actorName,
    @Nullable Long post,
    String postTitle,
    String area,
    String act,
    String about,
    String purpose,
    @Nullable String caseNumber,
    List<Long> subjects,
    @Nullable String refused,
    @Nullable String details) {

  public Entry {
    subjects = List.copyOf(subjects);
  }

  static Entry of(int stream, long seq, String previous, Instant at, Actor actor, Act act) {
    return switch (actor) {
      case Actor.Official one ->
          of(
              stream,
              seq,
              previous,
              at,
              one.person(),
              one.name(),
              one.post(),
              one.postTitle(),
              one.area(),
              act);
      case Actor.Citizen one ->
          of(
              stream,
              seq,
              previous,
              at,
              null,
              "申请人",
              null,
              "凭回执",
              one.area(),
              act.caseNumber() == null ? act.inCase(one.caseNumber()) : act);
      case Actor.Stranger one ->
          of(stream, seq, previous, at, null, "未登录", null, "", one.area(), act);
      case Actor.Program one ->
          of(stream, seq, previous, at, null, "程序", null, one.task(), one.area(), act);
    };
  }

  private static Entry of(
      int stream,
      long seq,
      String previous,
      Instant at,
      @Nullable Long person,
      String name,
      @Nullable Long post,
      String title,
      String area,
      Act act) {
    return new Entry(
        stream,
        seq,
        previous,
        at,
        person,
        name,
        post,
        title,
        area,
        act.kind().name(),
        act.about(),
        act.purpose(),
        act.caseNumber(),
        act.subjects(),
        act.refused(),
        act.details());
  }

  /** The bytes whose digest is this entry's. */
  public byte[] canonical() {
    return new Canonical("entry 1")
        .add("stream", (long) stream)
        .add("seq", seq)
        .add("previous", previous)
        .add("at", at)
        .add("actor", actor)
        .add("actor-name", actorName)
        .add("post", post)
        .add("post-title", postTitle)
        .add("area", area)
        .add("act", act)
        .add("about", about)
        .add("purpose", purpose)
        .add("case", caseNumber)
        .add("subjects", subjects)
        .add("refused", refused)
        .add("details", details)
        .bytes();
  }
}
