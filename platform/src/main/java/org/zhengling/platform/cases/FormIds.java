package org.zhengling.platform.cases;

import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Identifiers of forms: whatever is sent twice under one is done once. */
@Component
public class FormIds {
  private final SecureRandom random;

  FormIds(SecureRandom random) {
    this.random = random;
  }

  public UUID fresh() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
