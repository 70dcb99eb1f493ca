package org.zhengling.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The real program in a process of its own, started as the launcher starts it. */
final class Program implements AutoCloseable {
  private static final String STARTED = "政令通已启动：";
  private static final long PATIENCE_SECONDS = 180;
  private static final long GLANCE_MILLISECONDS = 50;
  private static final AtomicInteger STARTS = new AtomicInteger();

  private final Process process;
  private final Path out;
  private final Path err;

  private Program(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** What a process left behind. */
  record Ended(int code, String out, String err) {}

  /** Starts it; what it prints is kept in the folder. */
  static Program start(Path home, Map<String, String> variables, String... arguments)
      throws IOException {
    int number = STARTS.incrementAndGet();
    Path out = home.resolve("printed-" + number + ".txt");
    Path err = home.resolve("complained-" + number + ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dzl.root=" + home,
                "-Dfile.encoding=UTF-8",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.zhengling.app.Server"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // Neither a database of the machine nor options that Java announces on standard error.
    builder.environment().keySet().removeIf(name -> name.matches("ZL_.*|.*JAVA.*OPTIONS"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(variables);
    return new Program(builder.start(), out, err);
  }

  /** Runs it to its end. */
  static Ended run(Path home, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    try (Program program = start(home, variables, arguments)) {
      return program.ended();
    }
  }

  static Ended run(Path home, String... arguments) throws IOException, InterruptedException {
    return run(home, Map.of(), arguments);
  }

  /** Waits until pages are answered and gives their address, with the slash at its end. */
  String address() throws IOException, InterruptedException {
    for (long i = 0; i < PATIENCE_SECONDS * 1000 / GLANCE_MILLISECONDS; i++) {
      for (String line : printed().lines().toList()) {
        if (line.startsWith(STARTED) && line.endsWith("/")) {
          return line.substring(STARTED.length());
        }
      }
      if (process.waitFor(GLANCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("Maybe it could not start: " + ended());
      }
    }
    throw new IllegalStateException("Maybe it hangs: " + printed());
  }

  String printed() throws IOException {
    return Files.readString(out);
  }

  /** As Ctrl+C does. */
  Ended stop() throws IOException, InterruptedException {
    process.destroy();
    return ended();
  }

  /** As {@code kill -9} does. */
  void kill() throws IOException, InterruptedException {
    process.destroyForcibly();
    ended();
  }

  private Ended ended() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Maybe it hangs: " + printed());
    }
    return new Ended(process.exitValue(), printed(), Files.readString(err));
  }

  /** Whatever happened in between, nothing of it runs on. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    process.destroyForcibly();
    process.onExit().join();
  }
}
