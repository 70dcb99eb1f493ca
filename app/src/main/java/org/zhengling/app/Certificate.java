package org.zhengling.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zhengling.app.database.DataDirectory;

/** A self-signed certificate of this machine, made at the first start with {@code --tls}. */
record Certificate(Path store, String password) {

  static Certificate of(DataDirectory data) {
    Path store = data.tls();
    String password = data.secret("tls");
    if (!Files.exists(store)) {
      make(store, password);
    }
    return new Certificate(store, password);
  }

  private static void make(Path store, String password) {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command =
        List.of(
            keytool.toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            "825",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost,ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            // By environment: a command line can be read by every user of the machine.
            "-storepass:env",
            "ZL_STORE_PASSWORD");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("ZL_STORE_PASSWORD", password);
      Process process = builder.start();
      String said =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("Maybe keytool is missing from this Java: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Maybe keytool is missing from this Java", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Maybe the start was interrupted", e);
    }
  }
}
