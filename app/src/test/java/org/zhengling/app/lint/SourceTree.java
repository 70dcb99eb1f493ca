package org.zhengling.app.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of the project.
 *
 * @param files relative to the root, with slashes
 */
record SourceTree(Path root, List<String> files) {
  SourceTree {
    files = List.copyOf(files);
  }

  /** What git keeps; in a folder without git everything that is not built. */
  static SourceTree of(Path root) {
    List<String> kept = Files.exists(root.resolve(".git")) ? tracked(root) : walked(root);
    return new SourceTree(
        root, kept.stream().filter(file -> Files.isRegularFile(root.resolve(file))).toList());
  }

  private static List<String> tracked(Path root) {
    try {
      Process git =
          new ProcessBuilder(
                  "git", "-C", root.toString(), "-c", "safe.directory=*", "ls-files", "-z")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String files = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() == 0) {
        return Arrays.stream(files.split("\0", -1)).filter(file -> !file.isEmpty()).toList();
      }
    } catch (IOException e) {
      return walked(root);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Maybe the test run was stopped", e);
    }
    return walked(root);
  }

  private static List<String> walked(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !("/" + file).matches("/(.*/)?(target|\\.git|\\.idea)/.*|/data/.*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe a file of " + root + " vanished meanwhile", e);
    }
  }

  /** Files whose whole path matches the expression. */
  List<String> matching(String expression) {
    return files.stream().filter(file -> file.matches(expression)).toList();
  }

  boolean has(String file) {
    return files.contains(file);
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe " + file + " vanished meanwhile", e);
    }
  }

  String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }
}
