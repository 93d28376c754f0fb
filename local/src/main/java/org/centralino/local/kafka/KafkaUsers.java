package org.centralino.local.kafka;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.centralino.local.StackException;
import org.centralino.local.process.Waiting;

/// Who signs in to Kafka, and what each may do there: as in production, by the same file. The admin may do all.
public final class KafkaUsers {
    /// Makes topics and rights; tests look at everything as the admin.
    public static final String ADMIN = "admin";

    public static final String BROKER = "broker";
    private static final String EVERYWHERE = "*";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Rights> services;
    private final UnaryOperator<String> passwords;

    /// What a service may do, topic by topic and group by group.
    record Rights(List<String> write, List<String> read, List<String> groups) {}

    private KafkaUsers(Map<String, Rights> services, UnaryOperator<String> passwords) {
        this.services = services;
        this.passwords = passwords;
    }

    /// @param root of the checkout
    static KafkaUsers of(Path root) {
        return of(file(root), KafkaUsers::passwordOf);
    }

    /// @param file who may do what
    /// @param passwords of each user, by its name
    public static KafkaUsers of(Path file, UnaryOperator<String> passwords) {
        try {
            return new KafkaUsers(new YAMLMapper().readValue(file.toFile(), new TypeReference<>() {}), passwords);
        } catch (IOException unreadable) {
            throw new StackException("Who may do what on Kafka cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    static Path file(Path root) {
        return root.resolve("deploy/helm/centralino/files/kafka-access.yaml");
    }

    /// @param user a service, or the admin
    /// @return the settings by which a Kafka client of this user signs in
    public static Map<String, Object> clientOf(String user) {
        return clientOf(user, passwordOf(user));
    }

    /// @return the settings by which a Kafka client of this user signs in with that password
    public static Map<String, Object> clientOf(String user, String password) {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", login(user, password) + ";");
    }

    /// @return how the broker knows them all
    String known() {
        return known(services.keySet().stream().sorted());
    }

    /// @return how the broker knows those who are no services
    String knownWithoutServices() {
        return known(Stream.empty());
    }

    private String known(Stream<String> services) {
        var users = Stream.concat(Stream.of(BROKER, ADMIN), services)
                .map(user -> "user_%s=\"%s\"".formatted(user, passwords.apply(user)))
                .collect(Collectors.joining(" "));
        return "%s %s;".formatted(login(BROKER, passwords.apply(BROKER)), users);
    }

    /// Gives each service the rights that it has in the file, takes away all others, and comes back when the broker
    /// goes by that: it hears of it a moment after its controller has written it down.
    public void permit(Admin admin) throws InterruptedException, ExecutionException {
        var wanted = bindings();
        var given = given(admin);
        var surplus = given.stream()
                .filter(binding -> !wanted.contains(binding))
                .map(AclBinding::toFilter)
                .toList();
        var missing =
                wanted.stream().filter(binding -> !given.contains(binding)).toList();
        admin.deleteAcls(surplus).all().get();
        admin.createAcls(missing).all().get();

        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!given(admin).equals(wanted)) {
            if (System.nanoTime() > deadline) {
                throw new StackException("Kafka has not taken over the rights that it was given %d s ago"
                        .formatted(PATIENCE.toSeconds()));
            }
            Waiting.pause();
        }
    }

    private static Set<AclBinding> given(Admin admin) throws InterruptedException, ExecutionException {
        return Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
    }

    private Set<AclBinding> bindings() {
        var bindings = new HashSet<AclBinding>();
        services.forEach((user, rights) -> {
            bindings.addAll(bindings(user, ResourceType.TOPIC, rights.write(), AclOperation.WRITE));
            bindings.addAll(bindings(user, ResourceType.TOPIC, rights.read(), AclOperation.READ));
            bindings.addAll(bindings(user, ResourceType.GROUP, rights.groups(), AclOperation.READ));
        });
        return bindings;
    }

    private static List<AclBinding> bindings(
            String user, ResourceType type, List<String> names, AclOperation operation) {
        var bindings = new ArrayList<AclBinding>();
        for (var name : names) {
            bindings.add(new AclBinding(
                    new ResourcePattern(type, name, PatternType.LITERAL),
                    new AccessControlEntry("User:" + user, EVERYWHERE, operation, AclPermissionType.ALLOW)));
        }
        return bindings;
    }

    private static String login(String user, String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
                .formatted(user, password);
    }

    private static String passwordOf(String user) {
        return "local-" + user;
    }
}
