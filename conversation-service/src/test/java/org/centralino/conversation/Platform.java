package org.centralino.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.centralino.events.Access;
import org.centralino.events.AssignmentEvent;
import org.centralino.events.Content;
import org.centralino.events.GroupChange;
import org.centralino.events.Held;
import org.centralino.events.Media;
import org.centralino.events.MessageContext;
import org.centralino.events.NoteEvent;
import org.centralino.events.OutboundEvent;
import org.centralino.events.Person;
import org.centralino.events.PlatformError;
import org.centralino.events.Pricing;
import org.centralino.events.Speaker;
import org.centralino.events.Topics;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WireFormat;
import org.centralino.testkit.Neighbours;

/// Writes to the topics what the other services would.
public final class Platform extends Neighbours {
    public static final String NUMBER = "510000000000023";

    /// @return a customer whom nobody knows yet
    public static Customer somebody() {
        var digits = "39" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 10_000_000_000L);
        return new Customer("IT." + digits, null, digits, null, "Giulia Ferri");
    }

    public static WhatsAppEvent.MessageReceived message(Customer customer, String text, Instant sentAt) {
        return message(customer, "wamid." + UUID.randomUUID(), text, sentAt);
    }

    public static WhatsAppEvent.MessageReceived message(
            Customer customer, String platformId, String text, Instant sentAt) {
        return message(customer, platformId, new Content.Text(text), null, sentAt);
    }

    public static WhatsAppEvent.MessageReceived message(
            Customer customer, String platformId, Content content, MessageContext context, Instant sentAt) {
        return new WhatsAppEvent.MessageReceived(
                NUMBER, platformId, customer, sentAt, Instant.now(), content, context, false, null, "{}");
    }

    /// What the phone hands over of the time before.
    public static WhatsAppEvent.MessageSynced past(Customer customer, String platformId, String text, Instant sentAt) {
        return past(customer, platformId, false, new Content.Text(text), sentAt);
    }

    public static WhatsAppEvent.MessageSynced past(
            Customer customer, String platformId, boolean ours, Content content, Instant sentAt) {
        return new WhatsAppEvent.MessageSynced(
                NUMBER, platformId, customer, ours, "READ", sentAt, Instant.now(), content, null, "{}");
    }

    /// @return the platform's id of a group of which nobody knows yet
    public static String group() {
        return "group-" + UUID.randomUUID();
    }

    /// What a customer wrote in a group.
    public static WhatsAppEvent.MessageReceived inGroup(
            String group, Customer customer, String platformId, String text, MessageContext context) {
        var now = Instant.now();
        return new WhatsAppEvent.MessageReceived(
                NUMBER, platformId, customer, now, now, new Content.Text(text), context, false, group, "{}");
    }

    public static WhatsAppEvent.MessageReceived inGroup(String group, Customer customer, String text) {
        return inGroup(group, customer, "wamid." + UUID.randomUUID(), text, null);
    }

    /// @param emoji null takes it away
    public static WhatsAppEvent.ReactionReceived reactionInGroup(
            String group, Customer customer, String target, String emoji) {
        var now = Instant.now();
        return new WhatsAppEvent.ReactionReceived(
                NUMBER, "wamid." + UUID.randomUUID(), customer, target, emoji, now, now, group, "{}");
    }

    /// What one of a group has of a message of ours.
    public static WhatsAppEvent.StatusReported statusInGroup(
            String group, Customer participant, String platformId, String status, UUID messageId) {
        var now = Instant.now();
        return new WhatsAppEvent.StatusReported(
                NUMBER, platformId, participant, status, now, now, messageId.toString(), List.of(), null, group, "{}");
    }

    /// @param seconds from now; the platform tells whole seconds
    public static WhatsAppEvent.GroupReported groupChange(
            String group, GroupChange what, String subject, int seconds, Customer... participants) {
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
        return new WhatsAppEvent.GroupReported(
                NUMBER, group, what, subject, List.of(participants), at, Instant.now(), "{}");
    }

    /// What somebody else wrote to a customer in the business's name.
    public static WhatsAppEvent.MessageEchoed echo(Customer customer, Speaker speaker, String text, Instant sentAt) {
        return echo(customer, "wamid.echo-" + UUID.randomUUID(), speaker, text, sentAt);
    }

    public static WhatsAppEvent.MessageEchoed echo(
            Customer customer, String platformId, Speaker speaker, String text, Instant sentAt) {
        return new WhatsAppEvent.MessageEchoed(
                NUMBER, platformId, customer, speaker, sentAt, Instant.now(), new Content.Text(text), null, "{}");
    }

    /// What a customer wrote while another application answers him.
    public static WhatsAppEvent.MessageReceived overheard(Customer customer, String text, Instant sentAt) {
        return new WhatsAppEvent.MessageReceived(
                NUMBER,
                "wamid." + UUID.randomUUID(),
                customer,
                sentAt,
                Instant.now(),
                new Content.Text(text),
                null,
                true,
                null,
                "{}");
    }

    /// @param to who answers from now on; null for us
    public static WhatsAppEvent.HandedOver handover(
            Customer customer, Speaker from, Speaker to, String words, Instant at) {
        var byNumber = new Customer(null, null, customer.waId(), null, null);
        return new WhatsAppEvent.HandedOver(NUMBER, byNumber, false, from, to, words, null, at, at, "{}");
    }

    /// @param emoji null takes it away
    public static WhatsAppEvent.ReactionReceived reaction(Customer customer, String target, String emoji) {
        var now = Instant.now();
        return new WhatsAppEvent.ReactionReceived(
                NUMBER, "wamid." + UUID.randomUUID(), customer, target, emoji, now, now, "{}");
    }

    public static WhatsAppEvent.MessageEdited edit(Customer customer, String target, Content content) {
        var now = Instant.now();
        return new WhatsAppEvent.MessageEdited(
                NUMBER, "wamid." + UUID.randomUUID(), customer, false, target, content, now, now, "{}");
    }

    public static WhatsAppEvent.MessageRevoked revocation(Customer customer, String target) {
        var now = Instant.now();
        return new WhatsAppEvent.MessageRevoked(
                NUMBER, "wamid." + UUID.randomUUID(), customer, false, target, now, now, "{}");
    }

    public static WhatsAppEvent.StatusReported status(String platformId, String status, UUID messageId) {
        return status(platformId, status, messageId, null);
    }

    public static WhatsAppEvent.StatusReported status(
            String platformId, String status, UUID messageId, Pricing pricing) {
        return new WhatsAppEvent.StatusReported(
                NUMBER,
                platformId,
                new Customer(null, null, null, null, null),
                status,
                Instant.now(),
                Instant.now(),
                messageId == null ? null : messageId.toString(),
                List.of(),
                pricing,
                "{}");
    }

    /// It did not arrive.
    public static WhatsAppEvent.StatusReported failed(String platformId, UUID messageId, int code) {
        return new WhatsAppEvent.StatusReported(
                NUMBER,
                platformId,
                new Customer(null, null, null, null, null),
                "failed",
                Instant.now(),
                Instant.now(),
                messageId.toString(),
                List.of(new PlatformError(code, "Re-engagement message", null)),
                null,
                "{}");
    }

    public void reports(WhatsAppEvent... events) {
        for (var event : events) {
            send(Topics.WHATSAPP, "key", WireFormat.WHATSAPP, event);
        }
    }

    public void taken(UUID conversationId, long epoch, Person operator) {
        taken(conversationId, epoch, operator, Instant.now());
    }

    public void taken(UUID conversationId, long epoch, Person operator, Instant at) {
        var event = new AssignmentEvent.Taken(conversationId, heldBy(operator), epoch, operator, at);
        send(Topics.ASSIGNMENT, conversationId.toString(), WireFormat.ASSIGNMENT, event);
    }

    public void takenOver(UUID conversationId, long epoch, Person operator, Person previous) {
        var event = new AssignmentEvent.TakenOver(
                conversationId, heldBy(operator), epoch, operator, previous, Instant.now());
        send(Topics.ASSIGNMENT, conversationId.toString(), WireFormat.ASSIGNMENT, event);
    }

    public void accepted(UUID conversationId, UUID messageId, String platformId) {
        var event =
                new OutboundEvent.MessageAccepted(conversationId, heldBy(null), messageId, platformId, Instant.now());
        send(Topics.OUTBOUND, conversationId.toString(), WireFormat.OUTBOUND, event);
    }

    /// @param waId as the platform spells the customer's number
    public void accepted(UUID conversationId, UUID messageId, String platformId, String waId) {
        var event = new OutboundEvent.MessageAccepted(
                conversationId, heldBy(null), messageId, platformId, waId, Instant.now());
        send(Topics.OUTBOUND, conversationId.toString(), WireFormat.OUTBOUND, event);
    }

    public void refused(UUID conversationId, UUID messageId) {
        refused(conversationId, messageId, new PlatformError(131026, "Message undeliverable", null));
    }

    public void refused(UUID conversationId, UUID messageId, PlatformError error) {
        var event = new OutboundEvent.MessageRefused(conversationId, heldBy(null), messageId, error, Instant.now());
        send(Topics.OUTBOUND, conversationId.toString(), WireFormat.OUTBOUND, event);
    }

    public void holds(UUID conversationId, UUID messageId, Held held) {
        var event = new OutboundEvent.MessageHeld(conversationId, heldBy(null), messageId, held, Instant.now());
        send(Topics.OUTBOUND, conversationId.toString(), WireFormat.OUTBOUND, event);
    }

    public void inDoubt(UUID conversationId, UUID messageId) {
        var event = new OutboundEvent.MessageInDoubt(
                conversationId, heldBy(null), messageId, "WhatsApp did not answer.", Instant.now());
        send(Topics.OUTBOUND, conversationId.toString(), WireFormat.OUTBOUND, event);
    }

    /// The file of a message is in the object store.
    public void stored(UUID conversationId, UUID messageId, String key, Media media) {
        var event =
                new OutboundEvent.MediaStored(conversationId, heldBy(null), messageId, key, null, media, Instant.now());
        send(Topics.OUTBOUND, conversationId.toString(), WireFormat.OUTBOUND, event);
    }

    /// What the platform made of the wish to block somebody.
    ///
    /// @param code why it did not do it; null when it did
    public void blockAnswered(UUID conversationId, UUID requestId, boolean blocked, Integer code) {
        var error = code == null ? null : new PlatformError(code, "Not blocked", null);
        var event =
                new OutboundEvent.BlockAnswered(conversationId, heldBy(null), requestId, blocked, error, Instant.now());
        send(Topics.OUTBOUND, conversationId.toString(), WireFormat.OUTBOUND, event);
    }

    /// @param code why it was not done; null when it was
    public void reactionAnswered(UUID conversationId, UUID reactionId, UUID messageId, Integer code) {
        var error = code == null ? null : new PlatformError(code, "Parameter value is not valid", null);
        var event = new OutboundEvent.ReactionAnswered(
                conversationId, heldBy(null), reactionId, messageId, error, Instant.now());
        send(Topics.OUTBOUND, conversationId.toString(), WireFormat.OUTBOUND, event);
    }

    public void noted(UUID conversationId, UUID noteId, Person author) {
        noted(conversationId, noteId, author, Instant.now());
    }

    public void noted(UUID conversationId, UUID noteId, Person author, Instant at) {
        var event =
                new NoteEvent.Written(conversationId, heldBy(author), noteId, author, "Cliente storica.", author, at);
        send(Topics.NOTES, conversationId.toString(), WireFormat.NOTES, event);
    }

    private static Access heldBy(Person operator) {
        return new Access(NUMBER, null, operator == null ? null : operator.id());
    }
}
