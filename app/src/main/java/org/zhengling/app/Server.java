package org.zhengling.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.zhengling.app.command.Commands;

/** The program: reads the command line and, for {@code serve}, becomes the server. */
@SpringBootApplication(scanBasePackages = "org.zhengling")
public class Server {
  public static void main(String[] arguments) {
    int code = Commands.run(arguments);
    if (code != Commands.STILL_SERVING) {
      System.exit(code);
    }
  }
}
