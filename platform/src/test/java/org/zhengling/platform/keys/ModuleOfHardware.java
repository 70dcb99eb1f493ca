package org.zhengling.platform.keys;

import java.security.SecureRandom;
import java.util.Set;

/** Stands for a hardware module: it names its own keys and never gives them out. */
public final class ModuleOfHardware implements KeyProvider {
  private final EnvironmentKeys inside =
      new EnvironmentKeys("3bd2417ce9580fa61c72e4089db5f36a", new SecureRandom());

  @Override
  public String name() {
    return "test-module";
  }

  @Override
  public String newest() {
    return "slot-1";
  }

  @Override
  public Set<String> known() {
    return Set.of("slot-1");
  }

  @Override
  public byte[] wrap(byte[] dataKey, byte[] bound) {
    return inside.wrap(dataKey, bound);
  }

  @Override
  public byte[] unwrap(String masterKey, byte[] wrapped, byte[] bound) {
    return inside.unwrap(inside.newest(), wrapped, bound);
  }
}
