package org.zhengling.platform.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.zhengling.engine.Refusal;
import org.zhengling.platform.access.store.OutsideAccounts;
import org.zhengling.platform.access.store.People;

/**
 * Signing in through the city's own sign-in for officials (OpenID Connect, code flow with PKCE). It
 * says who somebody is and nothing else: the person must be known here, and an administrator must
 * have said which account is theirs. No person is ever made by it.
 */
@Component
public class OutsideSignIn {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideSignIn.class);
  private static final int RANDOM_BYTES = 32;

  private final @Nullable OutsideProvider provider;
  private final OutsideAccounts accounts;
  private final People people;
  private final SignIns signIns;
  private final SecureRandom random;
  private final OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
  private volatile @Nullable ClientRegistration registration;

  private final SignInRecord record;

  OutsideSignIn(
      Environment environment,
      OutsideAccounts accounts,
      People people,
      SignIns signIns,
      SecureRandom random,
      SignInRecord record) {
    this.record = record;
    this.provider = OutsideProvider.of(environment);
    this.accounts = accounts;
    this.people = people;
    this.signIns = signIns;
    this.random = random;
  }

  /**
   * A way to the provider that was begun, remembered in the browser alone until it comes back.
   *
   * @param state has to come back unchanged
   * @param nonce has to stand in the token
   * @param verifier proves at the provider that whoever set out is who came back
   */
  public record Begun(String state, String nonce, String verifier) {
    /** Never prints what is secret. */
    @Override
    public String toString() {
      return "begun";
    }
  }

  /** What came back from the provider. */
  public sealed interface Back {
    /** With a code. */
    record Code(String state, String code) implements Back {}

    /** Without one: the person turned back, or the provider refused. */
    record Nothing() implements Back {}
  }

  public boolean offered() {
    return provider != null;
  }

  /** The provider's name in the links of people; refuses where none is set. */
  public String issuer() {
    return set().issuer();
  }

  private OutsideProvider set() {
    if (provider == null) {
      throw new Refusal(Refusal.Kind.ABSENT, "没有登录。这里没有接统一身份认证。", "请用用户名和密码登录。");
    }
    return provider;
  }

  public Begun begin() {
    set();
    return new Begun(text(), text(), text());
  }

  private String text() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Where to send the browser. */
  public URI address(Begun begun, URI back) {
    return URI.create(request(begun, back).getAuthorizationRequestUri());
  }

  private OAuth2AuthorizationRequest request(Begun begun, URI back) {
    ClientRegistration client = client();
    return OAuth2AuthorizationRequest.authorizationCode()
        .clientId(client.getClientId())
        .authorizationUri(Objects.requireNonNull(client.getProviderDetails().getAuthorizationUri()))
        .redirectUri(back.toString())
        .scope("openid")
        .state(begun.state())
        .additionalParameters(more -> {
          more.put(OidcParameterNames.NONCE, begun.nonce());
          more.put(PkceParameterNames.CODE_CHALLENGE, challenge(begun.verifier()));
          more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
        })
        .attributes(kept -> kept.put(PkceParameterNames.CODE_VERIFIER, begun.verifier()))
        .build();
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Maybe this Java has no SHA-256", e);
    }
  }

  /** Asked of the provider once, when somebody first goes there. */
  private ClientRegistration client() {
    ClientRegistration known = registration;
    if (known != null) {
      return known;
    }
    OutsideProvider set = set();
    try {
      ClientRegistration found =
          ClientRegistrations.fromOidcIssuerLocation(set.issuer())
              .registrationId("outside")
              .clientId(set.clientId())
              .clientSecret(set.secret())
              .build();
      registration = found;
      return found;
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.warn("The provider of sign-ins does not describe itself: {}", e.getMessage());
      throw silent();
    }
  }

  private static Refusal silent() {
    return new Refusal(Refusal.Kind.OUTSIDE, "没有登录。统一身份认证没有答复，或答复看不懂。", "请先用用户名和密码登录，并告诉安全管理岗。");
  }

  /**
   * Who came back. The state must be the one this browser set out with; the token must be signed by
   * the provider, made for this server and for this very way.
   */
  public SignInAnswer arrive(@Nullable Begun begun, Back back, URI address, SignInFrom from) {
    if (begun == null || !(back instanceof Back.Code(String state, String code))) {
      throw new Refusal(Refusal.Kind.CALLER, "没有登录。统一身份认证没有带回结果，或放得太久。", "请回到登录页再试一次，或用用户名和密码登录。");
    }
    if (!MessageDigest.isEqual(bytes(begun.state()), bytes(state))) {
      throw new Refusal(Refusal.Kind.CALLER, "没有登录。带回的结果不是这个浏览器发起的。", "请从登录页重新开始，不要用别人给的链接。");
    }
    String subject = subject(begun, code, address);
    Optional<People.Person> person = accounts.person(issuer(), subject).flatMap(people::byId);
    if (person.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.RIGHTS,
          "没有登录。您在统一身份认证的账号还没有对应到这里的人。",
          "请把您的用户标识 " + subject + " 告诉安全管理岗，请他设置对应。");
    }
    return record.of("统一身份认证", person.get().signInName(), signIns.admit(person.get(), from));
  }

  private String subject(Begun begun, String code, URI address) {
    OAuth2AuthorizationRequest request = request(begun, address);
    OAuth2AuthorizationResponse response =
        OAuth2AuthorizationResponse.success(code)
            .redirectUri(address.toString())
            .state(begun.state())
            .build();
    try {
      Object token =
          new RestClientAuthorizationCodeTokenResponseClient()
              .getTokenResponse(
                  new OAuth2AuthorizationCodeGrantRequest(
                      client(), new OAuth2AuthorizationExchange(request, response)))
              .getAdditionalParameters()
              .get(OidcParameterNames.ID_TOKEN);
      if (!(token instanceof String text)) {
        throw silent();
      }
      Jwt read = decoders.createDecoder(client()).decode(text);
      String nonce = read.getClaimAsString(OidcParameterNames.NONCE);
      if (nonce == null || !MessageDigest.isEqual(bytes(nonce), bytes(begun.nonce()))) {
        throw new JwtException("The nonce is another one");
      }
      // The validators of the library have seen to it that there is one.
      return Objects.requireNonNull(read.getSubject());
    } catch (OAuth2AuthorizationException | JwtException | RestClientException e) {
      // The message of the library names claims and codes, never a person.
      LOG.warn("A sign-in through the provider was not believed: {}", e.getMessage());
      throw new Refusal(Refusal.Kind.OUTSIDE, "没有登录。统一身份认证的答复没有通过验证。", "请从登录页再试一次；总是这样，请告诉安全管理岗。");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
