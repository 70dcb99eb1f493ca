package org.zhengling.platform.field;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhengling.platform.keys.Sm3;

/**
 * A record as a phone hands it in.
 *
 * @param photos each by the digest (SHA-256) that the phone computed
 */
public record HandedIn(
    String kind,
    String subject,
    Instant takenAt,
    Map<String, String> answers,
    List<TakenPhoto> photos) {
  public HandedIn {
    answers = Map.copyOf(answers);
    photos = List.copyOf(photos);
  }

  /** A photograph and the question it answers. */
  public record TakenPhoto(String question, String digest) {}

  /** The same for the same content, whatever order the answers come in. */
  String digest() {
    return Sm3.hex(
        String.join(
            "\n",
            kind,
            subject,
            takenAt.toString(),
            new TreeMap<>(answers).toString(),
            photos.toString()));
  }
}
