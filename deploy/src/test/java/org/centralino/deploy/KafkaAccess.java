package org.centralino.deploy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.StrimziAclOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody may do on Kafka.
///
/// @param write the topics that he may write
/// @param read the topics that he may read
/// @param groups the groups in which he may read
record KafkaAccess(Set<String> write, Set<String> read, Set<String> groups) {
    private static final Path FILE = Path.of("helm/centralino/files/kafka-access.yaml");

    /// @return what the file permits, by user
    static Map<String, KafkaAccess> permitted() {
        var yaml = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try {
            return yaml.readValue(FILE.toFile(), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @return what a rendered user is given
    static KafkaAccess of(KafkaUser user) {
        var rules = ((KafkaUserAuthorizationSimple) user.getSpec().getAuthorization()).getAcls();
        return new KafkaAccess(
                topics(rules, StrimziAclOperation.WRITE), topics(rules, StrimziAclOperation.READ), groups(rules));
    }

    /// @return every name that stands in it
    Stream<String> names() {
        return Stream.of(write, read, groups).flatMap(Set::stream);
    }

    private static Set<String> topics(List<AclRule> rules, StrimziAclOperation operation) {
        return rules.stream()
                .filter(rule -> rule.getOperations().contains(operation))
                .map(AclRule::getResource)
                .filter(AclRuleTopicResource.class::isInstance)
                .map(topic -> ((AclRuleTopicResource) topic).getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> groups(List<AclRule> rules) {
        return rules.stream()
                .map(AclRule::getResource)
                .filter(AclRuleGroupResource.class::isInstance)
                .map(group -> ((AclRuleGroupResource) group).getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
