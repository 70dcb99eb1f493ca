package org.zhengling.app.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command line typed in this very process: what was printed and the exit code. */
record Terminal(int code, String out, String err) {

  static Terminal type(String... arguments) {
    return pipe("", arguments);
  }

  /** The same with something piped in. */
  static Terminal pipe(String input, String... arguments) {
    return pipe(input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  static Terminal pipe(byte[] input, String... arguments) {
    InputStream in = System.in;
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(input));
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int code = Commands.run(arguments);
      return new Terminal(
          code,
          printed.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** Without the line end, whatever the machine writes there. */
  List<String> lines() {
    return out.lines().toList();
  }
}
