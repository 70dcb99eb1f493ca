package org.zhengling.platform.keys;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** SM2 signatures with SM3 (GB/T 32918) on the curve and with the signer's name of the standard. */
final class Sm2 {
  private static final int SCALAR_BYTES = 32;
  private static final ECDomainParameters CURVE = curve();

  private Sm2() {}

  private static ECDomainParameters curve() {
    X9ECParameters named = GMNamedCurves.getByName("sm2p256v1");
    return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
  }

  /** A new secret: a scalar of 32 bytes. */
  static byte[] secret(SecureRandom random) {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(CURVE, random));
    AsymmetricCipherKeyPair made = generator.generateKeyPair();
    BigInteger scalar = ((ECPrivateKeyParameters) made.getPrivate()).getD();
    return BigIntegers.asUnsignedByteArray(SCALAR_BYTES, scalar);
  }

  /** What everybody may know of a secret: a point, uncompressed, 65 bytes. */
  static byte[] open(byte[] secret) {
    ECPoint point =
        new FixedPointCombMultiplier().multiply(CURVE.getG(), new BigInteger(1, secret));
    return point.normalize().getEncoded(false);
  }

  static byte[] sign(byte[] secret, SecureRandom random, byte[] text) {
    SM2Signer signer = new SM2Signer();
    ECPrivateKeyParameters key = new ECPrivateKeyParameters(new BigInteger(1, secret), CURVE);
    signer.init(true, new ParametersWithRandom(key, random));
    signer.update(text, 0, text.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("Maybe the signing key is no scalar of the curve", e);
    }
  }

  static boolean verify(byte[] open, byte[] text, byte[] signature) {
    SM2Signer signer = new SM2Signer();
    signer.init(false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(open), CURVE));
    signer.update(text, 0, text.length);
    return signer.verifySignature(signature);
  }
}
