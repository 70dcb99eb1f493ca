package org.zhengling.planted.engine;

import java.security.SecureRandom;

final class DrawsSecretly {
  int die() {
    return new SecureRandom().nextInt(6);
  }
}
