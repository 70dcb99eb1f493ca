package org.zhengling.platform.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a root back. */
final class RootReader {
  private static final Pattern HEAD =
      Pattern.compile(
          "form root 1\nnumber (\\d{1,18})\nat (\\S+)\nentries (\\d{1,18})\nprevious ([0-9a-f]{64})\n");
  private static final Pattern END =
      Pattern.compile("stream-(\\d{1,2}) (\\d{1,18}) ([0-9a-f]{64})\n");

  private RootReader() {}

  /** Absent where the bytes are no root. */
  static @Nullable Root read(byte[] canonical) {
    String text = new String(canonical, StandardCharsets.UTF_8);
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      return null;
    }
    List<Root.End> ends = new ArrayList<>();
    Matcher end = END.matcher(text.substring(head.end()));
    while (end.lookingAt()) {
      int stream = Integer.parseInt(end.group(1));
      if (stream != ends.size()) {
        return null;
      }
      ends.add(new Root.End(stream, Long.parseLong(end.group(2)), end.group(3)));
      end.region(end.end(), end.regionEnd());
    }
    if (ends.size() != 16) {
      return null;
    }
    try {
      return new Root(
          Long.parseLong(head.group(1)),
          Instant.parse(head.group(2)),
          Long.parseLong(head.group(3)),
          head.group(4),
          ends);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
