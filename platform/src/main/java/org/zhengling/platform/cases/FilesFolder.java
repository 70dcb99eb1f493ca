package org.zhengling.platform.cases;

import java.nio.file.Path;

/** Where files lie that officials uploaded; several servers share it. */
public record FilesFolder(Path path) {}
