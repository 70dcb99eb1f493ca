package org.zhengling.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengling.engine.Refusal;

class DataDirectoryTest {
  @TempDir private Path home = Path.of("");

  @Test
  void itsOwnerAloneMayOpenIt() throws IOException {
    Path folder = home.resolve("a/b/city");
    try (DataDirectory data = DataDirectory.open(folder)) {
      data.secret("database");
      assertThat(permissions(folder)).isEqualTo("rwx------");
      assertThat(permissions(folder.resolve("secrets"))).isEqualTo("rwx------");
      assertThat(permissions(folder.resolve("secrets/database"))).isEqualTo("rw-------");
    }
  }

  @Test
  void aFolderThatWasOpenToOthersIsClosedToThem() throws IOException {
    Path folder = Files.createDirectory(home.resolve("city"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    DataDirectory.open(folder).close();
    assertThat(permissions(folder)).isEqualTo("rwx------");
  }

  @Test
  void aSecretIsMadeOnceAndKept() throws IOException {
    Path folder = home.resolve("city");
    String made;
    try (DataDirectory data = DataDirectory.open(folder)) {
      made = data.secret("database");
      assertThat(made).matches("[0-9a-f]{64}");
      assertThat(data.secret("database")).isEqualTo(made);
      assertThat(data.secret("tls")).isNotEqualTo(made);
    }
    try (DataDirectory again = DataDirectory.open(folder)) {
      assertThat(again.secret("database")).isEqualTo(made);
    }
    try (DataDirectory other = DataDirectory.open(home.resolve("other"))) {
      assertThat(other.secret("database")).isNotEqualTo(made);
    }
  }

  @Test
  void nothingButTheSecretStaysInItsFolder() throws IOException {
    try (DataDirectory data = DataDirectory.open(home.resolve("city"));
        Stream<Path> files = Files.list(made(data))) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("database");
    }
  }

  private Path made(DataDirectory data) {
    data.secret("database");
    return home.resolve("city/secrets");
  }

  @Test
  void oneServerAtATime() {
    Path folder = home.resolve("city");
    try (DataDirectory first = DataDirectory.open(folder)) {
      assertThat(first.shared()).isFalse();
      assertThatThrownBy(() -> DataDirectory.open(folder))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OUTSIDE))
          .hasMessageStartingWith("没有启动。数据目录 " + folder + " 正被另一个服务使用。");
      try (DataDirectory beside = DataDirectory.openOrShare(folder)) {
        assertThat(beside.shared()).isTrue();
      }
    }
    try (DataDirectory next = DataDirectory.open(folder)) {
      assertThat(next.shared()).isFalse();
    }
  }

  @Test
  void theSameFolderByAnotherNameIsTheSameFolder() {
    try (DataDirectory first = DataDirectory.open(home.resolve("city"));
        DataDirectory second = DataDirectory.openOrShare(home.resolve("x/../city/."))) {
      assertThat(first.shared()).isFalse();
      assertThat(second.shared()).isTrue();
      assertThat(second.postgres()).isEqualTo(first.postgres());
    }
  }

  @Test
  void aFileInItsPlaceIsRefused() throws IOException {
    Path file = Files.createFile(home.resolve("city"));
    assertThatThrownBy(() -> DataDirectory.open(file))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OUTSIDE))
        .hasMessageStartingWith("没有执行。数据目录 " + file + " 不能读写");
    assertThatThrownBy(() -> DataDirectory.open(file.resolve("below"))).isInstanceOf(Refusal.class);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
