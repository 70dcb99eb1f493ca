package org.zhengling.planted.engine;

import java.nio.file.Path;

record EngineOpensFile(Path file) {}
