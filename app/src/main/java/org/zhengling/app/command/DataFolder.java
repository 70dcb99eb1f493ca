package org.zhengling.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which data directory a command works. */
final class DataFolder {
  @Option(names = "--demo", description = "演示的数据目录（data/demo）")
  private boolean demo;

  @Option(names = "--data", paramLabel = "DIR", description = "数据目录，默认 data/city")
  private @Nullable Path asked;

  boolean demo() {
    return demo;
  }

  Path path() {
    return Commands.folder(asked, demo);
  }
}
