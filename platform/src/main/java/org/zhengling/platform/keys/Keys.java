package org.zhengling.platform.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.keys.DataKey.Algorithm;
import org.zhengling.platform.keys.store.DataKeys;

/**
 * Seals values, marks them and signs texts. Everything that comes out begins with ten bytes: form,
 * algorithm, and the identifier of the key, so that it can be opened after keys or algorithms have
 * changed. Keys are made at first use.
 */
@Component
public class Keys implements SmartInitializingSingleton {
  private static final byte FORM = 1;
  private static final int HEAD_BYTES = 2 + Long.BYTES;
  private static final int DIGEST_KEY_BYTES = 32;
  private static final Purpose START = new Purpose("keys.start");

  /** How long a server may go on with a key after another server has made a newer one. */
  static final Duration NEWEST_KNOWN_FOR = Duration.ofSeconds(60);

  private final KeyProvider provider;
  private final DataKeys rows;
  private final InstantSource clock;
  private final SecureRandom random;
  private final TransactionTemplate alone;
  private final Map<Use, Newest> newest = new ConcurrentHashMap<>();
  private final Map<Long, byte[]> unwrapped = new ConcurrentHashMap<>();
  private final Map<Long, Use> uses = new ConcurrentHashMap<>();

  Keys(
      KeyProvider provider,
      DataKeys rows,
      InstantSource clock,
      SecureRandom random,
      PlatformTransactionManager transactions) {
    this.provider = provider;
    this.rows = rows;
    this.clock = clock;
    this.random = random;
    this.alone = new TransactionTemplate(transactions);
    // A key that was used must not vanish with the transaction that needed it first.
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * From the first start on something in the database needs the master key: a second server that
   * holds another one is turned away.
   */
  @Override
  public void afterSingletonsInstantiated() {
    newest(START, Algorithm.HMAC_SM3);
  }

  private record Use(Purpose purpose, Algorithm algorithm) {}

  private record Newest(long id, Instant asked) {}

  /**
   * Seals with SM4-GCM.
   *
   * @param bound what the value belongs to, table, column and row: elsewhere it does not open
   */
  public byte[] seal(Purpose purpose, byte[] plain, byte[] bound) {
    return seal(newest(purpose, Algorithm.SM4_GCM), purpose, plain, bound);
  }

  byte[] seal(long id, Purpose purpose, byte[] plain, byte[] bound) {
    byte[] head = head(Algorithm.SM4_GCM, id);
    byte[] nonce = new byte[Sm4.NONCE_BYTES];
    random.nextBytes(nonce);
    return joined(
        head,
        Sm4.seal(
            key(id, new Use(purpose, Algorithm.SM4_GCM)),
            nonce,
            context(head, purpose, bound),
            plain));
  }

  /** The reverse; refuses what was changed, moved to another row or sealed for something else. */
  public byte[] open(Purpose purpose, byte[] sealed, byte[] bound) {
    byte[] head = readHead(Algorithm.SM4_GCM, sealed);
    try {
      byte[] rest = Arrays.copyOfRange(sealed, HEAD_BYTES, sealed.length);
      byte[] key = key(keyId(sealed), new Use(purpose, Algorithm.SM4_GCM));
      return Sm4.open(key, context(head, purpose, bound), rest);
    } catch (InvalidCipherTextException e) {
      throw changed();
    }
  }

  /** HMAC-SM3: recognises a value without keeping it. One key a purpose, never rotated. */
  public byte[] keyedDigest(Purpose purpose, byte[] value) {
    long id = newest(purpose, Algorithm.HMAC_SM3);
    return joined(
        head(Algorithm.HMAC_SM3, id),
        Sm3.keyed(key(id, new Use(purpose, Algorithm.HMAC_SM3)), value));
  }

  /** Signs with SM2; anybody who has the open part can check it. */
  public byte[] sign(Purpose purpose, byte[] text) {
    long id = newest(purpose, Algorithm.SM2_SM3);
    return joined(
        head(Algorithm.SM2_SM3, id),
        Sm2.sign(key(id, new Use(purpose, Algorithm.SM2_SM3)), random, text));
  }

  /** Whether this very text was signed for this purpose by a key of this city. */
  public boolean verify(Purpose purpose, byte[] text, byte[] signature) {
    if (signature.length <= HEAD_BYTES
        || !Arrays.equals(head(Algorithm.SM2_SM3, keyId(signature)), head(signature))) {
      return false;
    }
    return rows.byId(keyId(signature))
        .filter(row -> row.key().purpose().equals(purpose))
        .flatMap(DataKeys.Row::open)
        .filter(open ->
            Sm2.verify(open, text, Arrays.copyOfRange(signature, HEAD_BYTES, signature.length)))
        .isPresent();
  }

  /** What anybody needs to check a signature of {@link #sign}: a point, uncompressed, 65 bytes. */
  public byte[] openPart(byte[] signature) {
    return rows.byId(keyId(signature)).flatMap(DataKeys.Row::open).orElseThrow();
  }

  /** The signature alone, in the form of the standard, without our ten bytes in front. */
  public static byte[] standardForm(byte[] signature) {
    return Arrays.copyOfRange(signature, HEAD_BYTES, signature.length);
  }

  /** Every data key, oldest first. */
  public List<DataKey> list() {
    return rows.all().stream().map(DataKeys.Row::key).toList();
  }

  /** The key that sealed, marked or signed. */
  public static long keyId(byte[] made) {
    return ByteBuffer.wrap(made).getLong(2);
  }

  long newest(Purpose purpose, Algorithm algorithm) {
    Use use = new Use(purpose, algorithm);
    Newest known = newest.get(use);
    Instant now = clock.instant();
    if (known == null || known.asked().plus(NEWEST_KNOWN_FOR).isBefore(now)) {
      long id =
          rows.newest(purpose, algorithm)
              .map(row -> row.key().id())
              .orElseGet(() -> make(purpose, algorithm));
      known = new Newest(id, now);
      newest.put(use, known);
    }
    return known.id();
  }

  /** A new key of a purpose, used from now on. */
  long make(Purpose purpose, Algorithm algorithm) {
    byte[] secret =
        switch (algorithm) {
          case SM4_GCM -> drawn(Sm4.KEY_BYTES);
          case HMAC_SM3 -> drawn(DIGEST_KEY_BYTES);
          case SM2_SM3 -> Sm2.secret(random);
        };
    byte[] open = algorithm == Algorithm.SM2_SM3 ? Sm2.open(secret) : null;
    byte[] wrapped = provider.wrap(secret, bound(purpose, algorithm));
    String master = provider.newest();
    long id =
        Objects.requireNonNull(
            alone.execute(
                status -> rows.add(purpose, algorithm, wrapped, master, open, clock.instant())));
    Use use = new Use(purpose, algorithm);
    uses.put(id, use);
    unwrapped.put(id, secret);
    newest.remove(use);
    return id;
  }

  private byte[] drawn(int bytes) {
    byte[] key = new byte[bytes];
    random.nextBytes(key);
    return key;
  }

  /**
   * The key itself; from the database once, then from memory. One that was made for something else
   * opens nothing.
   */
  private byte[] key(long id, Use use) {
    byte[] known = unwrapped.get(id);
    if (known == null) {
      DataKeys.Row row = rows.byId(id).orElseThrow(Keys::changed);
      known = unwrap(row);
      uses.put(id, new Use(row.key().purpose(), row.key().algorithm()));
      unwrapped.put(id, known);
    }
    if (!use.equals(uses.get(id))) {
      throw changed();
    }
    return known;
  }

  byte[] unwrap(DataKeys.Row row) {
    DataKey key = row.key();
    return provider.unwrap(key.masterKey(), row.wrapped(), bound(key.purpose(), key.algorithm()));
  }

  static byte[] bound(Purpose purpose, Algorithm algorithm) {
    return (purpose.name() + " " + algorithm.standard()).getBytes(StandardCharsets.UTF_8);
  }

  /** Head, purpose and place are authenticated with the value; the zero byte keeps them apart. */
  private static byte[] context(byte[] head, Purpose purpose, byte[] bound) {
    return joined(joined(head, (purpose.name() + '\0').getBytes(StandardCharsets.UTF_8)), bound);
  }

  private static byte[] head(Algorithm algorithm, long id) {
    return ByteBuffer.allocate(HEAD_BYTES)
        .put(FORM)
        .put((byte) algorithm.code())
        .putLong(id)
        .array();
  }

  private static byte[] head(byte[] made) {
    return Arrays.copyOf(made, HEAD_BYTES);
  }

  private static byte[] readHead(Algorithm algorithm, byte[] made) {
    if (made.length <= HEAD_BYTES
        || !MessageDigest.isEqual(head(made), head(algorithm, keyId(made)))) {
      throw changed();
    }
    return head(made);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] whole = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, whole, first.length, second.length);
    return whole;
  }

  private static Refusal changed() {
    return new Refusal(
        Refusal.Kind.OUTSIDE, "没有打开。这项数据封存以后被改动过，或被挪了位置。", "原样留着。", "请从备份核对，并告诉安全管理岗。");
  }
}
