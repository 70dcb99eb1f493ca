package org.zhengling.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

/** Examples printed in GB/T 32905 (SM3), 32907 (SM4), 32918.5 (SM2) and RFC 8998 (SM4-GCM). */
class PublishedVectorsTest {
  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", "").toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void sm3_of_three_letters() {
    assertThat(Sm3.hex("abc"))
        .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  }

  @Test
  void sm3_of_sixty_four_letters_in_one_or_several_parts() {
    String expected = "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732";
    byte[] quarter = "abcd".repeat(4).getBytes(StandardCharsets.UTF_8);
    assertThat(Sm3.hex("abcd".repeat(16))).isEqualTo(expected);
    assertThat(Sm3.of(quarter, quarter, quarter, quarter)).isEqualTo(bytes(expected));
  }

  @Test
  void sm4_of_one_block() {
    byte[] key = bytes("0123456789abcdeffedcba9876543210");
    SM4Engine engine = new SM4Engine();
    engine.init(true, new KeyParameter(key));
    byte[] out = new byte[16];
    engine.processBlock(key, 0, out, 0);
    assertThat(out).isEqualTo(bytes("681edf34d206965e86b3e94f536e4246"));
  }

  @Test
  void sm4_in_galois_counter_mode() throws InvalidCipherTextException {
    byte[] key = bytes("0123456789ABCDEFFEDCBA9876543210");
    byte[] nonce = bytes("00001234567800000000ABCD");
    byte[] bound = bytes("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
    byte[] plain =
        bytes(
            "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
    byte[] sealed = Sm4.seal(key, nonce, bound, plain);
    assertThat(sealed)
        .isEqualTo(
            bytes(
                "00001234567800000000ABCD"
                    + "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                    + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                    + "83DE3541E4C2B58177E065A9BF7B62EC"));
    assertThat(Sm4.open(key, bound, sealed)).isEqualTo(plain);
    sealed[20] ^= 1;
    assertThatThrownBy(() -> Sm4.open(key, bound, sealed))
        .isInstanceOf(InvalidCipherTextException.class);
  }

  @Test
  void sm2_signature_of_the_standard() throws IOException {
    byte[] secret = bytes("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8");
    byte[] open =
        bytes(
            "04 09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(number("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"));
    parts.add(number("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"));
    byte[] signature = new DERSequence(parts).getEncoded(ASN1Encoding.DER);
    byte[] text = "message digest".getBytes(StandardCharsets.UTF_8);
    assertThat(Sm2.open(secret)).isEqualTo(open);
    assertThat(Sm2.verify(open, text, signature)).isTrue();
    assertThat(Sm2.verify(open, "another".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
  }

  private static ASN1Integer number(String hex) {
    return new ASN1Integer(new BigInteger(hex, 16));
  }

  /**
   * RFC 2104 with SM3, key and text as in the first case of RFC 4231, checked with the definition.
   */
  @Test
  void keyed_sm3_is_the_digest_of_two_rounds() {
    byte[] key = bytes("0b".repeat(20));
    byte[] text = "Hi There".getBytes(StandardCharsets.UTF_8);
    byte[] inner = new byte[64];
    byte[] outer = new byte[64];
    for (int i = 0; i < 64; i++) {
      byte one = i < key.length ? key[i] : 0;
      inner[i] = (byte) (one ^ 0x36);
      outer[i] = (byte) (one ^ 0x5c);
    }
    assertThat(Sm3.keyed(key, text)).isEqualTo(Sm3.of(outer, Sm3.of(inner, text)));
  }
}
