package org.zhengling.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.zhengling.app.database.DataDirectory;

/** Files that belong to a backup, under the name of their folder there. */
enum KeptFolder {
  FILES,
  ANCHORS,
  /** The master keys; only in a backup that was asked to hold them. */
  KEYS;

  /** The first part of a path in a backup. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Path in(DataDirectory data) {
    return switch (this) {
      case FILES -> data.files();
      case ANCHORS -> data.anchors();
      case KEYS -> data.folder();
    };
  }

  /** Every file below, relative to the folder, in the order of their names. */
  List<Path> files(DataDirectory data) throws IOException {
    if (this == KEYS) {
      return Files.exists(data.keys()) ? List.of(data.folder().relativize(data.keys())) : List.of();
    }
    Path folder = in(data);
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }
}
