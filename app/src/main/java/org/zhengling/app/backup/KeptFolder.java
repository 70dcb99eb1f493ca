package org.zhengling.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.zhengling.app.database.DataDirectory;

/** A folder whose files belong to a backup, under the name it has there. */
enum KeptFolder {
  FILES,
  ANCHORS;

  /** The first part of a path in a backup. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  Path in(DataDirectory data) {
    return switch (this) {
      case FILES -> data.files();
      case ANCHORS -> data.anchors();
    };
  }

  /** Every file below, relative to the folder, in the order of their names. */
  List<Path> files(DataDirectory data) throws IOException {
    Path folder = in(data);
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }
}
