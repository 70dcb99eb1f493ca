package org.zhengling.planted.engine;

import java.time.InstantSource;

final class AsksTheMachine {
  long millis() {
    return InstantSource.system().millis();
  }
}
