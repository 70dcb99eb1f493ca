package org.zhengling.platform.exchange;

import java.nio.file.Path;

/** Where departments drop their files: each has one folder below it, and no source reaches out. */
public record DropFolder(Path path) {}
