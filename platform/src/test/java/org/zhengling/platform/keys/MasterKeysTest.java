package org.zhengling.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengling.engine.Refusal;

class MasterKeysTest {
  private static final String FIRST = "7c1fe09a35d84b62a90d17e6f3285bc4";
  private static final String SECOND = "e83b06d5417f92ac5d60c9147ab8f213";
  private static final byte[] BOUND = "test".getBytes(StandardCharsets.UTF_8);
  private static final byte[] DATA_KEY = "sixteen letters.".getBytes(StandardCharsets.UTF_8);

  private final SecureRandom random = new SecureRandom();

  @TempDir private Path home = Path.of("");

  private KeyProvider choose(Map<String, String> environment, Set<String> inUse) {
    return KeyProviders.choose(environment, home.resolve("keys"), inUse, random);
  }

  @Test
  void the_first_start_makes_a_file_that_its_owner_alone_can_read() throws IOException {
    KeyProvider provider = choose(Map.of(), Set.of());
    Path file = home.resolve("keys");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file).strip()).matches("[0-9a-f]{32}");
    assertThat(choose(Map.of(), provider.known()).newest()).isEqualTo(provider.newest());
  }

  @Test
  void two_first_starts_draw_different_keys() throws IOException {
    String one = choose(Map.of(), Set.of()).newest();
    Files.delete(home.resolve("keys"));
    assertThat(choose(Map.of(), Set.of()).newest()).isNotEqualTo(one);
  }

  @Test
  void a_missing_file_is_refused_where_something_was_sealed() {
    assertThatThrownBy(() -> choose(Map.of(), Set.of("0011223344556677")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("不见了");
    assertThat(home.resolve("keys")).doesNotExist();
  }

  @Test
  void another_key_than_the_one_that_sealed_is_refused() {
    assertThatThrownBy(() -> choose(Map.of("ZL_KEYS", FIRST), Set.of("0011223344556677")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("没有编号 0011223344556677 的主密钥");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw-rw----", "rw-----w-", "rwxr-xr-x"})
  void a_file_that_others_can_open_is_refused(String permissions) throws IOException {
    choose(Map.of(), Set.of());
    Files.setPosixFilePermissions(
        home.resolve("keys"), PosixFilePermissions.fromString(permissions));
    assertThatThrownBy(() -> choose(Map.of(), Set.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("别人也能读");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000000000000000000000000000",
        "ffffffffffffffffffffffffffffffff",
        "0123456789abcdeffedcba9876543210",
        "0123456789ABCDEFFEDCBA9876543210",
        "abababababababababababababababab",
        "deadbeefdeadbeefdeadbeefdeadbeef",
        "0123456789abcdef0123456789abcdef",
        "000102030405060708090a0b0c0d0e0f",
        "101112131415161718191a1b1c1d1e1f",
        "fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0"
      })
  void a_key_that_everybody_knows_is_refused(String key) throws IOException {
    assertThatThrownBy(() -> choose(Map.of("ZL_KEYS", FIRST + "," + key), Set.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("众所周知")
        .hasMessageNotContaining(key);
    choose(Map.of(), Set.of());
    Files.writeString(home.resolve("keys"), key);
    assertThatThrownBy(() -> choose(Map.of(), Set.of())).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"secret", "7c1fe09a35d84b62a90d17e6f3285bc", "7c1fe09a35d84b62a90d17e6f3285bcg"})
  void what_is_no_key_is_refused_without_being_printed(String text) {
    assertThatThrownBy(() -> choose(Map.of("ZL_KEYS", text), Set.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("读不懂")
        .hasMessageNotContaining(text);
  }

  @Test
  void the_last_key_wraps_and_the_ones_before_still_unwrap() {
    KeyProvider old = new EnvironmentKeys(FIRST, random);
    byte[] wrapped = old.wrap(DATA_KEY, BOUND);
    KeyProvider both = new EnvironmentKeys(FIRST + "\n" + SECOND, random);
    assertThat(both.newest()).isNotEqualTo(old.newest());
    assertThat(both.unwrap(old.newest(), wrapped, BOUND)).isEqualTo(DATA_KEY);
  }

  @Test
  void a_key_added_to_the_file_is_found_without_a_new_start() {
    FileKeys running = FileKeys.make(home.resolve("keys"), random);
    String before = running.newest();
    FileKeys command = FileKeys.open(home.resolve("keys"), random);
    command.add();
    byte[] wrapped = command.wrap(DATA_KEY, BOUND);
    assertThat(command.newest()).isNotEqualTo(before);
    assertThat(running.unwrap(command.newest(), wrapped, BOUND)).isEqualTo(DATA_KEY);
  }

  @Test
  void a_key_that_wraps_nothing_is_forgotten_and_the_newest_never() {
    FileKeys running = FileKeys.make(home.resolve("keys"), random);
    String first = running.newest();
    FileKeys command = FileKeys.open(home.resolve("keys"), random);
    command.add();
    String second = command.newest();
    command.add();
    assertThat(command.forget(Set.of(first))).containsExactly(second);
    assertThat(command.known()).containsExactlyInAnyOrder(first, command.newest());
    assertThat(running.newest()).as("seen by the server").isEqualTo(command.newest());
    assertThat(command.forget(Set.of())).containsExactly(first);
    assertThat(command.forget(Set.of())).isEmpty();
  }

  @Test
  void a_module_of_hardware_is_chosen_by_its_name() {
    Map<String, String> environment = Map.of("ZL_KEYS_PROVIDER", "test-module", "ZL_KEYS", FIRST);
    assertThat(choose(environment, Set.of("slot-1"))).isInstanceOf(ModuleOfHardware.class);
    assertThatThrownBy(() -> choose(Map.of("ZL_KEYS_PROVIDER", "nothing-here"), Set.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("没有叫 nothing-here 的密钥设备");
  }
}
