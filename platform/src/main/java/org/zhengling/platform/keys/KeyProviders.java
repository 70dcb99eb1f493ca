package org.zhengling.platform.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/** Chooses at the start who keeps the master key, and refuses a start without the right one. */
public final class KeyProviders {
  private KeyProviders() {}

  /**
   * A provider named in {@code ZL_KEYS_PROVIDER}; else the keys of {@code ZL_KEYS}; else the file,
   * which is made where nothing was ever sealed.
   *
   * @param environment variables of the process
   * @param inUse master keys that wrapped what lies in the database
   */
  public static KeyProvider choose(
      Map<String, String> environment, Path file, Set<String> inUse, SecureRandom random) {
    KeyProvider provider = chosen(environment, file, inUse, random);
    List<String> missing = new ArrayList<>(inUse);
    missing.removeAll(provider.known());
    if (!missing.isEmpty()) {
      throw MasterKeys.unknown(missing.getFirst());
    }
    return provider;
  }

  private static KeyProvider chosen(
      Map<String, String> environment, Path file, Set<String> inUse, SecureRandom random) {
    String name = environment.getOrDefault("ZL_KEYS_PROVIDER", "").strip();
    if (!name.isEmpty()) {
      return ServiceLoader.load(KeyProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(one -> one.name().equals(name))
          .findFirst()
          .orElseThrow(
              () -> MasterKeys.refusal("没有叫 " + name + " 的密钥设备", "请检查 ZL_KEYS_PROVIDER 和它的程序包。"));
    }
    String text = environment.getOrDefault("ZL_KEYS", "").strip();
    if (!text.isEmpty()) {
      return new EnvironmentKeys(text, random);
    }
    if (Files.exists(file)) {
      return FileKeys.open(file, random);
    }
    if (!inUse.isEmpty()) {
      throw MasterKeys.refusal(
          "密钥文件 " + file + " 不见了，库里有用它封存的数据", "请从备份放回这个文件，或用 ZL_KEYS 给出原来的主密钥。");
    }
    return FileKeys.make(file, random);
  }
}
