package org.zhengling.platform.keys;

import java.security.SecureRandom;
import java.util.Set;

/** Master keys of the variable {@code ZL_KEYS}: 32 hexadecimal characters each, the newest last. */
final class EnvironmentKeys implements KeyProvider {
  private final MasterKeys keys;
  private final SecureRandom random;

  EnvironmentKeys(String text, SecureRandom random) {
    this.keys = MasterKeys.parse(text, "环境变量 ZL_KEYS ");
    this.random = random;
  }

  @Override
  public String name() {
    return "environment";
  }

  @Override
  public String newest() {
    return keys.newest();
  }

  @Override
  public Set<String> known() {
    return keys.known();
  }

  @Override
  public byte[] wrap(byte[] dataKey, byte[] bound) {
    return keys.wrap(dataKey, bound, random);
  }

  @Override
  public byte[] unwrap(String masterKey, byte[] wrapped, byte[] bound) {
    return keys.unwrap(masterKey, wrapped, bound);
  }
}
