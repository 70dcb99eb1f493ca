package org.zhengling.planted.engine;

import java.util.UUID;

final class NamesByChance {
  String name() {
    return UUID.randomUUID().toString();
  }
}
