package org.zhengling.planted.engine;

import java.time.LocalDate;
import java.time.ZoneOffset;

final class AsksTheDay {
  LocalDate day() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
