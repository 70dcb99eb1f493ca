package org.zhengling.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedStartTest {
  @TempDir private Path home = Path.of("");

  @Test
  void anUnknownOption() throws IOException, InterruptedException {
    OneSentence.of(Program.run(home, "serve", "--colour"), 2).startsWith("没有执行。没有选项 --colour。");
  }

  @Test
  void aPortThatDoesNotExist() throws IOException, InterruptedException {
    OneSentence.of(Program.run(home, "serve", "--port", "99999"), 2)
        .startsWith("没有启动。端口 99999 不存在。");
  }

  @Test
  void anAddressThatIsNotAnAddress() throws IOException, InterruptedException {
    OneSentence.of(Program.run(home, "serve", "--port", "0", "--listen", "no such host"), 2)
        .startsWith("没有启动。监听地址 no such host 不认识。");
  }

  @Test
  void aFileWhereTheDataDirectoryShouldBe() throws IOException, InterruptedException {
    Path file = Files.createFile(home.resolve("file"));
    OneSentence.of(Program.run(home, "serve", "--port", "0", "--data", file.toString()), 3)
        .startsWith("没有执行。数据目录 " + file + " 不能读写");
  }
}
