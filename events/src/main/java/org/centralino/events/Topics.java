package org.centralino.events;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The Kafka topics of Centralino: who writes them, what keys them, and how long they keep what was
/// written.
public final class Topics {

    /// Everything that the WhatsApp platform reported, part by part. Key: [CustomerKey].
    public static final String WHATSAPP = "centralino.whatsapp.v1";
    /// What happened in conversations. Key: the conversation's id.
    public static final String CONVERSATION = "centralino.conversation.v1";
    /// Who is responsible for a conversation. Key: the conversation's id.
    public static final String ASSIGNMENT = "centralino.assignment.v1";
    /// Internal notes. Key: the conversation's id. Nothing that talks to customers may read it.
    public static final String NOTES = "centralino.notes.v1";
    /// What became of what we sent. Key: the conversation's id.
    public static final String OUTBOUND = "centralino.outbound.v1";
    /// How many conversations there are, for whom. Key: always the same, for the newest record replaces all before it.
    public static final String INBOX = "centralino.inbox.v1";

    /// Which templates there are. Key: the template's id; of each the newest record stays.
    public static final String TEMPLATE = "centralino.template.v1";
    /// Which business numbers there are. Key: the platform's id of the number; of each the newest record stays.
    public static final String CHANNEL = "centralino.channel.v1";

    /// Values hold what customers said. Topics are the way, not the archive: the services' tables are that.
    public static final Duration RETENTION = Duration.ofDays(14);

    private static final Duration WHILE_IT_IS_NEWS = Duration.ofHours(1);

    /// A topic as it must exist on the cluster.
    ///
    /// @param name the topic's name
    /// @param partitions how many partitions a production cluster gives it; order is kept per
    ///     key, so the number only bounds how many replicas of a consumer can share the work
    /// @param retention how long records are kept; dead letters as long as the topics that they come
    ///     from
    /// @param compacted whether of each key the newest record stays, however old
    public record Topic(String name, int partitions, Duration retention, boolean compacted) {
        public Topic(String name, int partitions, Duration retention) {
            this(name, partitions, retention, false);
        }
    }

    private static final List<String> SOURCES =
            List.of(WHATSAPP, CONVERSATION, ASSIGNMENT, NOTES, OUTBOUND, TEMPLATE, CHANNEL);
    private static final Set<String> COMPACTED = Set.of(TEMPLATE, CHANNEL);

    private Topics() {}

    /// @return the topic that takes the records of `topic` which a consumer could not handle
    public static String deadLetterOf(String topic) {
        return topic + ".dead-letter";
    }

    /// @return every topic, dead letters included
    public static List<Topic> all() {
        var sources = SOURCES.stream().map(name -> new Topic(name, 24, RETENTION, COMPACTED.contains(name)));
        var deadLetters = SOURCES.stream().map(name -> new Topic(deadLetterOf(name), 1, RETENTION));
        var states = Stream.of(new Topic(INBOX, 1, WHILE_IT_IS_NEWS));
        return Stream.of(sources, deadLetters, states).flatMap(topics -> topics).toList();
    }
}
