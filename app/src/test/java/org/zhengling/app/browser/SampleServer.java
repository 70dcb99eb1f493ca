package org.zhengling.app.browser;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.zhengling.app.Startup;

/** A demonstration of its own on a free port: sample gazette, people and reports. */
final class SampleServer implements AutoCloseable {
  private final Path folder;
  private final ConfigurableApplicationContext context;

  SampleServer() {
    try {
      folder = Files.createTempDirectory("zhengling-browser");
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe the folder for temporary files is full", e);
    }
    Startup.Wish wish =
        new Startup.Wish(folder.resolve("data"), "127.0.0.1", 0, true, Startup.DEMO_DAY, false);
    context = Startup.serve(wish, new PrintWriter(Writer.nullWriter()));
  }

  /** Without a slash at the end. */
  String address() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  @Override
  public void close() {
    context.close();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe another program holds " + folder, e);
    }
  }
}
