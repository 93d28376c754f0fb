package org.centralino.local.kafka;

import java.util.Map;

/// Services that prove to Kafka who they are by a token of Keycloak, as they may in production, in place of a password.
/// A claim of the token, which Keycloak gives to a service's own client and to nobody else, is the user.
///
/// @param realm the realm's address, which is who issues the tokens
public record KafkaTokens(String realm) {
    private static final String KAFKA = "org.apache.kafka.common.security.oauthbearer.";
    static final String MECHANISM = "OAUTHBEARER";
    private static final String AUDIENCE = "kafka";
    private static final String CLAIM = "kafka_user";

    /// @param service whose client in the realm is called so, with `-service` behind it
    /// @return the settings by which its Kafka clients sign in
    public Map<String, Object> clientOf(String service) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                MECHANISM,
                "sasl.login.callback.handler.class",
                KAFKA + "OAuthBearerLoginCallbackHandler",
                "sasl.oauthbearer.token.endpoint.url",
                tokens(),
                "sasl.jaas.config",
                "%sOAuthBearerLoginModule required clientId=\"%s-service\" clientSecret=\"local-%s-client-secret\";"
                        .formatted(KAFKA, service, service));
    }

    /// @return what a JVM must be told before its Kafka asks these addresses
    public String permission() {
        return "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=%s,%s".formatted(tokens(), keys());
    }

    /// @return the broker's settings for a listener where services sign in so
    Map<String, Object> listener(String name) {
        var prefix = "listener.name.%s.oauthbearer.".formatted(name);
        return Map.of(
                "listener.name.%s.sasl.enabled.mechanisms".formatted(name),
                "PLAIN," + MECHANISM,
                prefix + "sasl.server.callback.handler.class",
                KAFKA + "OAuthBearerValidatorCallbackHandler",
                prefix + "sasl.jaas.config",
                KAFKA + "OAuthBearerLoginModule required ;",
                prefix + "sasl.oauthbearer.jwks.endpoint.url",
                keys(),
                prefix + "sasl.oauthbearer.expected.issuer",
                realm,
                prefix + "sasl.oauthbearer.expected.audience",
                AUDIENCE,
                prefix + "sasl.oauthbearer.sub.claim.name",
                CLAIM);
    }

    private String tokens() {
        return realm + "/protocol/openid-connect/token";
    }

    private String keys() {
        return realm + "/protocol/openid-connect/certs";
    }
}
