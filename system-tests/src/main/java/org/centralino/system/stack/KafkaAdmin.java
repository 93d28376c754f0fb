package org.centralino.system.stack;

import java.util.HashMap;
import java.util.Map;

/// Who looks at the product's topics from outside: the admin of Kafka, who may do everything.
public final class KafkaAdmin {
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"admin\" password=\"local-admin\";";

    private KafkaAdmin() {}

    /// @param kafka the broker's address
    /// @return the settings of a client; more may be added
    public static Map<String, Object> at(String kafka) {
        return new HashMap<>(Map.of(
                "bootstrap.servers",
                kafka,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                LOGIN));
    }
}
