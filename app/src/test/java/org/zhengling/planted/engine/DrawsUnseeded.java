package org.zhengling.planted.engine;

import java.util.Random;

final class DrawsUnseeded {
  int die() {
    return new Random().nextInt(6);
  }
}
