package org.zhengling.platform.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A data key as a list shows it, without the key.
 *
 * @param masterKey identifier of the master key that wraps it
 * @param retiredAt since when nothing is sealed by it any more; absent while it is in use
 */
public record DataKey(
    long id,
    Purpose purpose,
    Algorithm algorithm,
    String masterKey,
    Instant madeAt,
    @Nullable Instant retiredAt) {

  /** What a key does; the code stands in front of everything that it made. */
  public enum Algorithm {
    SM4_GCM(1, "SM4-GCM"),
    HMAC_SM3(2, "HMAC-SM3"),
    SM2_SM3(3, "SM3withSM2");

    private final int code;
    private final String standard;

    Algorithm(int code, String standard) {
      this.code = code;
      this.standard = standard;
    }

    int code() {
      return code;
    }

    /** As standards and the database write it. */
    public String standard() {
      return standard;
    }
  }
}
