package org.zhengling.planted.engine;

import java.time.Instant;
import java.util.function.Supplier;

record AsksTheInstant(Supplier<Instant> clock) {
  AsksTheInstant() {
    this(Instant::now);
  }
}
