package org.zhengling.app.command;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is piped into a command. */
final class StandardInput {
  private StandardInput() {}

  /** All lines, UTF-8; the byte order mark that some editors write first is no part of them. */
  static List<String> lines() {
    List<String> lines =
        new ArrayList<>(
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                .lines()
                .toList());
    if (!lines.isEmpty() && lines.getFirst().startsWith("\uFEFF")) {
      lines.set(0, lines.getFirst().substring(1));
    }
    return lines;
  }
}
