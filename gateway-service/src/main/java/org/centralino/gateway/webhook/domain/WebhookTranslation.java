package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.digits;
import static org.centralino.gateway.webhook.domain.PlatformJson.firstOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.line;
import static org.centralino.gateway.webhook.domain.PlatformJson.membersOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.text;
import static org.centralino.gateway.webhook.domain.PlatformJson.timeOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.word;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.events.Content;
import org.centralino.events.Pricing;
import org.centralino.events.Speaker;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.centralino.gateway.webhook.domain.WebhookBody.Change;
import org.centralino.gateway.webhook.domain.WebhookBody.Item;
import org.centralino.gateway.webhook.domain.WebhookBody.Slice;
import org.jspecify.annotations.Nullable;

/// Turns the body of an authentic webhook into events: each part becomes exactly one, and nothing that the
/// platform sends makes it fail. What is not understood is kept as it came.
public final class WebhookTranslation {
    /// What a part may measure at most, so that its event fits into a record of Kafka.
    static final int LARGEST_PART = 1024 * 1024;

    private static final Instant BEFORE_THE_PLATFORM = Instant.parse("2015-01-01T00:00:00Z");
    /// How far the platform's clock may be ahead of ours.
    private static final Duration AHEAD = Duration.ofDays(2);

    private static final String OBJECT = "whatsapp_business_account";
    private static final String MESSAGES = "messages";
    private static final String CALLS = "calls";
    /// It may come from nobody, and say inside whom it is about.
    private static final String SYSTEM = "system";
    private static final String USER_ID_UPDATE = "user_id_update";
    private static final String ECHOES = "message_echoes";
    private static final String STANDBY = "standby";
    private static final String HANDOVERS = "messaging_handovers";
    private static final String HISTORY = "history";

    private static final Customer NOBODY = new Customer(null, null, null, null, null);
    private static final String FREE_ENTRY = "free_entry_point";
    private static final Pricing UNPRICED = new Pricing(null, null, null, null, null);

    private final Set<String> ownNumbers;
    private final AccountReading accounts;

    /// @param ownNumbers the platform ids of the business numbers that this installation serves
    public WebhookTranslation(Set<String> ownNumbers) {
        this(ownNumbers, Map.of());
    }

    /// @param idsByNumber the same ids by the numbers in digits
    public WebhookTranslation(Set<String> ownNumbers, Map<String, String> idsByNumber) {
        this.ownNumbers = Set.copyOf(ownNumbers);
        this.accounts = new AccountReading(ownNumbers, idsByNumber);
    }

    /// @param body the body as it came, its signature already proved
    /// @return at least one event
    public List<WhatsAppEvent> translate(byte[] body, Instant receivedAt) {
        try {
            var webhook = WebhookBody.of(body);
            if (webhook.object() != null && !webhook.object().equals(OBJECT)) {
                return List.of(whole(body, "about " + word(webhook.object()), receivedAt));
            }
            var events = new ArrayList<WhatsAppEvent>();
            webhook.changes().forEach(change -> events.addAll(translate(change, receivedAt)));
            webhook.oddities()
                    .forEach(odd -> events.add(
                            new PartUnrecognised(null, null, "not of the platform's form", receivedAt, odd.text())));
            return events.isEmpty() ? List.of(whole(body, "nothing in it", receivedAt)) : events;
        } catch (WebhookBody.NotAWebhookException broken) {
            return List.of(whole(body, broken.reason(), receivedAt));
        }
    }

    private List<WhatsAppEvent> translate(Change change, Instant receivedAt) {
        var name = change.field();
        if (name != null && AccountReading.reads(name)) {
            return List.of(accounts.read(name, change, enveloped(change), receivedAt));
        }
        var phoneNumberId = phoneNumberId(change);
        var field = change.field() == null ? null : word(change.field());
        var unrecognised = new Unrecognising(phoneNumberId, field, receivedAt);
        var reading = readingOf(change.field());
        if (reading == null) {
            return List.of(unrecognised.because("a field that is not handled yet", enveloped(change)));
        }
        var items = itemsOf(change);
        if (items.isEmpty()) {
            return List.of(unrecognised.because("nothing in it that could be read", enveloped(change)));
        }
        if (phoneNumberId == null || !ownNumbers.contains(phoneNumberId)) {
            var reason =
                    phoneNumberId == null ? "no phone-number id" : "a number that this installation does not serve";
            return items.stream()
                    .<WhatsAppEvent>map(
                            item -> unrecognised.because(reason, item.json().text()))
                    .toList();
        }
        var about = new About(phoneNumberId, new Contacts(change.contacts()), unrecognised);
        return items.stream()
                .flatMap(item -> HISTORY.equals(change.field()) && HISTORY.equals(item.list())
                        ? pieceOfHistory(item, businessNumber(change), about)
                        : Stream.of(translate(item, reading, about)))
                .toList();
    }

    /// Reads one member of one of the lists of a field.
    private interface Reading {
        WhatsAppEvent read(String list, JsonNode json, Slice raw, About about);
    }

    /// @return how the field is read; null for a field that is not
    private static @Nullable Reading readingOf(@Nullable String field) {
        return switch (field) {
            case MESSAGES -> WebhookTranslation::inMessages;
            case USER_ID_UPDATE -> WebhookTranslation::inUserIdUpdate;
            case CALLS -> WebhookTranslation::inCalls;
            case "smb_message_echoes", ECHOES -> WebhookTranslation::inEchoes;
            case STANDBY -> WebhookTranslation::inStandby;
            case HANDOVERS -> WebhookTranslation::inHandovers;
            case HISTORY -> WebhookTranslation::inHistory;
            case PreferenceReading.FIELD -> WebhookTranslation::inPreferences;
            case "smb_app_state_sync" -> WebhookTranslation::inPhoneBook;
            case String name when GroupReading.reads(name) -> WebhookTranslation::inGroups;
            case null, default -> null;
        };
    }

    private static WhatsAppEvent translate(Item item, Reading reading, About about) {
        var unrecognised = about.unrecognised();
        if (item.json().length() > LARGEST_PART) {
            return unrecognised.because("larger than any message", item.json().text());
        }
        JsonNode json;
        try {
            json = item.json().tree();
        } catch (IOException tooDeep) {
            return unrecognised.because("nested too deep", item.json().text());
        }
        return reading.read(item.list(), json, item.json(), about);
    }

    private static WhatsAppEvent inMessages(String list, JsonNode json, Slice raw, About about) {
        return switch (list) {
            case MESSAGES -> message(json, raw, about);
            case "statuses" -> status(json, raw, about);
            case "errors" ->
                about.unrecognised()
                        .because(
                                "an error of the platform: "
                                        + word(json.path("code").asText()),
                                raw.text());
            default -> unknownList(list, raw, about);
        };
    }

    private static WhatsAppEvent inUserIdUpdate(String list, JsonNode json, Slice raw, About about) {
        if (!USER_ID_UPDATE.equals(list)) {
            return unknownList(list, raw, about);
        }
        var unrecognised = about.unrecognised();
        var named = about.contacts().complete(text(json.path("user_id"), "current"), null, text(json, "wa_id"));
        var sent = new Sent(
                about.phoneNumberId(),
                "",
                named,
                time(json.path("timestamp"), unrecognised.receivedAt()),
                unrecognised.receivedAt(),
                null,
                raw.text());
        var change = CustomerReading.updateOf(json, sent, named);
        return change != null ? change : unrecognised.because("an update that does not say whose", raw.text());
    }

    /// What is told of one call, from its ringing to its end, has the call's id, and so counts once.
    private static WhatsAppEvent inCalls(String list, JsonNode json, Slice raw, About about) {
        if (!CALLS.equals(list)) {
            return unknownList(list, raw, about);
        }
        var unrecognised = about.unrecognised();
        var id = text(json, "id");
        var customer = about.contacts()
                .complete(text(json, "from_user_id"), text(json, "from_parent_user_id"), text(json, "from"));
        if ("BUSINESS_INITIATED".equals(text(json, "direction"))) {
            return unrecognised.because("a call of the business's own", raw.text());
        }
        if (id == null || customer.bsuid() == null && customer.waId() == null) {
            return unrecognised.because("a call without %s".formatted(id == null ? "an id" : "a caller"), raw.text());
        }
        return new MessageReceived(
                about.phoneNumberId(),
                id,
                customer,
                time(json.path("timestamp"), unrecognised.receivedAt()),
                unrecognised.receivedAt(),
                new Content.Call(),
                null,
                false,
                null,
                raw.text());
    }

    private static WhatsAppEvent inEchoes(String list, JsonNode json, Slice raw, About about) {
        return ECHOES.equals(list) ? echo(json, Speaker.PHONE, raw, about) : unknownList(list, raw, about);
    }

    /// While another application answers a customer, what is said is only told here.
    private static WhatsAppEvent inStandby(String list, JsonNode json, Slice raw, About about) {
        return switch (list) {
            case MESSAGES -> overheard(message(json, raw, about));
            case ECHOES -> echo(json, Speaker.OTHER, raw, about);
            case "statuses" -> status(json, raw, about);
            default -> unknownList(list, raw, about);
        };
    }

    private static WhatsAppEvent overheard(WhatsAppEvent event) {
        return event instanceof MessageReceived it
                ? new MessageReceived(
                        it.phoneNumberId(),
                        it.platformId(),
                        it.customer(),
                        it.sentAt(),
                        it.receivedAt(),
                        it.content(),
                        it.context(),
                        true,
                        it.groupId(),
                        it.raw())
                : event;
    }

    private static WhatsAppEvent echo(JsonNode json, Speaker speaker, Slice raw, About about) {
        var unrecognised = about.unrecognised();
        var id = text(json, "id");
        var customer =
                about.contacts().complete(text(json, "to_user_id"), text(json, "to_parent_user_id"), text(json, "to"));
        if (id == null || customer.bsuid() == null && customer.waId() == null) {
            return unrecognised.because(
                    "an echo without %s".formatted(id == null ? "an id" : "a recipient"), raw.text());
        }
        if (text(json, "group_id") != null) {
            return unrecognised.because("an echo in a group", raw.text());
        }
        var sent = new Sent(
                about.phoneNumberId(),
                id,
                customer,
                time(json.path("timestamp"), unrecognised.receivedAt()),
                unrecognised.receivedAt(),
                null,
                raw.text());
        var echo = EchoReading.echoOf(json, speaker, sent);
        return echo != null ? echo : unrecognised.because("an echo that does not say of what", raw.text());
    }

    private static WhatsAppEvent inHandovers(String list, JsonNode json, Slice raw, About about) {
        var unrecognised = about.unrecognised();
        var handover = HandoverReading.handoverOf(
                json,
                about.phoneNumberId(),
                time(json.path("timestamp"), unrecognised.receivedAt()),
                unrecognised.receivedAt(),
                raw.text());
        return handover != null
                ? handover
                : unrecognised.because("a handover that does not say whose, or of what kind", raw.text());
    }

    /// Messages whose files were missing in their pieces come alone, in the lists of live ones.
    private static WhatsAppEvent inHistory(String list, JsonNode json, Slice raw, About about) {
        return switch (list) {
            case MESSAGES -> inThePast(message(json, raw, about), null, 0, raw, about);
            case ECHOES -> inThePast(echo(json, Speaker.PHONE, raw, about), null, 0, raw, about);
            default -> unknownList(list, raw, about);
        };
    }

    /// It may be as large as a whole webhook; its messages are told one by one. How far the history
    /// has come is told behind them.
    private static Stream<WhatsAppEvent> pieceOfHistory(Item item, @Nullable String businessNumber, About about) {
        JsonNode piece;
        try {
            piece = item.json().tree();
        } catch (IOException tooDeep) {
            return Stream.of(
                    about.unrecognised().because("nested too deep", item.json().text()));
        }
        var messages = HistoryReading.messagesIn(piece, businessNumber);
        return Stream.concat(
                messages.stream().map(past -> pastMessage(past, about)),
                Stream.of(HistoryReading.progressOf(
                        piece,
                        about.phoneNumberId(),
                        messages.size(),
                        about.unrecognised().receivedAt())));
    }

    private static WhatsAppEvent pastMessage(HistoryReading.Past past, About about) {
        var raw = Slice.of(past.raw());
        if (raw.length() > LARGEST_PART) {
            return about.unrecognised().because("larger than any message", raw.text());
        }
        var among = new About(about.phoneNumberId(), new Contacts(past.contacts()), about.unrecognised());
        var event = past.ours() ? echo(past.message(), Speaker.PHONE, raw, among) : message(past.message(), raw, among);
        return inThePast(event, past.status(), past.behind(), raw, about);
    }

    private static WhatsAppEvent inThePast(
            WhatsAppEvent event, @Nullable String status, int behind, Slice raw, About about) {
        var past = HistoryReading.inThePast(event, status, behind);
        return past != null ? past : about.unrecognised().because("of the past, and not to be told", raw.text());
    }

    private static WhatsAppEvent inPreferences(String list, JsonNode json, Slice raw, About about) {
        if (!PreferenceReading.FIELD.equals(list)) {
            return unknownList(list, raw, about);
        }
        var unrecognised = about.unrecognised();
        var choice = PreferenceReading.choiceOf(
                json,
                about.phoneNumberId(),
                about.contacts().complete(text(json, "user_id"), text(json, "parent_user_id"), text(json, "wa_id")),
                time(json.path("timestamp"), unrecognised.receivedAt()),
                unrecognised.receivedAt(),
                raw.text());
        return choice != null
                ? choice
                : unrecognised.because("a preference that does not say whose, or of what kind", raw.text());
    }

    private static WhatsAppEvent inPhoneBook(String list, JsonNode json, Slice raw, About about) {
        if (!"state_sync".equals(list)) {
            return unknownList(list, raw, about);
        }
        var unrecognised = about.unrecognised();
        var change = PhoneBookReading.changeOf(
                json,
                about.phoneNumberId(),
                time(json.path("metadata").path("timestamp"), unrecognised.receivedAt()),
                unrecognised.receivedAt(),
                raw.text());
        return change != null
                ? change
                : unrecognised.because("an address-book entry that does not say whose, or what", raw.text());
    }

    private static WhatsAppEvent inGroups(String list, JsonNode json, Slice raw, About about) {
        if (!GroupReading.LIST.equals(list)) {
            return unknownList(list, raw, about);
        }
        var unrecognised = about.unrecognised();
        var sentAt = time(json.path("timestamp"), unrecognised.receivedAt());
        var change = GroupReading.changeOf(
                json,
                waId -> about.contacts().complete(null, null, waId),
                new Sent(about.phoneNumberId(), "", NOBODY, sentAt, unrecognised.receivedAt(), null, raw.text()));
        return change != null
                ? change
                : unrecognised.because("a change of a group that does not say of which, or to what", raw.text());
    }

    private static WhatsAppEvent unknownList(String list, Slice raw, About about) {
        return about.unrecognised().because("a list that is not handled yet: " + word(list), raw.text());
    }

    private static WhatsAppEvent message(JsonNode message, Slice raw, About about) {
        var unrecognised = about.unrecognised();
        var id = text(message, "id");
        var customer = about.contacts()
                .complete(text(message, "from_user_id"), text(message, "from_parent_user_id"), text(message, "from"));
        var type = Optional.ofNullable(text(message, "type")).orElse("unknown");
        if (id == null) {
            return unrecognised.because("a message without an id", raw.text());
        }
        if (customer.bsuid() == null && customer.waId() == null && !SYSTEM.equals(type)) {
            return unrecognised.because("a message without a sender", raw.text());
        }
        var sent = new Sent(
                about.phoneNumberId(),
                id,
                customer,
                time(message.path("timestamp"), unrecognised.receivedAt()),
                unrecognised.receivedAt(),
                line(message, "group_id"),
                raw.text());
        return switch (type) {
            case SYSTEM -> {
                var change = CustomerReading.systemChangeOf(message, sent);
                yield change != null
                        ? change
                        : unrecognised.because("a system message that does not say whose, or to what", raw.text());
            }
            case "reaction", "edit", "revoke" -> {
                var change = ChangeReading.changeOf(type, message, sent);
                yield change != null
                        ? change
                        : unrecognised.because(
                                "a message of the kind %s that names no other".formatted(type), raw.text());
            }
            default ->
                new MessageReceived(
                        sent.phoneNumberId(),
                        sent.platformId(),
                        sent.customer(),
                        sent.at(),
                        sent.receivedAt(),
                        ContentReading.contentOf(type, message),
                        ContextReading.contextOf(message),
                        false,
                        sent.groupId(),
                        sent.raw());
        };
    }

    private static WhatsAppEvent status(JsonNode status, Slice raw, About about) {
        var unrecognised = about.unrecognised();
        var id = text(status, "id");
        var word = text(status, "status");
        if (id == null || word == null) {
            return unrecognised.because("a status without %s".formatted(id == null ? "an id" : "a word"), raw.text());
        }
        var groupId = GroupReading.groupOf(status);
        var recipient = groupId == null
                ? about.contacts()
                        .complete(
                                text(status, "recipient_user_id"),
                                firstOf(
                                        text(status, "recipient_parent_user_id"),
                                        text(status, "parent_recipient_user_id")),
                                text(status, "recipient_id"))
                : about.contacts()
                        .complete(
                                text(status, "recipient_participant_user_id"),
                                text(status, "recipient_participant_parent_user_id"),
                                text(status, "recipient_participant_id"));
        return new StatusReported(
                about.phoneNumberId(),
                id,
                recipient,
                word,
                time(status.path("timestamp"), unrecognised.receivedAt()),
                unrecognised.receivedAt(),
                text(status, "biz_opaque_callback_data"),
                membersOf(status.path("errors")).map(PlatformJson::error).toList(),
                pricing(status),
                groupId,
                raw.text());
    }

    private static @Nullable Pricing pricing(JsonNode status) {
        var said = status.path("pricing");
        var type = line(said, "type");
        var billable = said.path("billable");
        var pricing = new Pricing(
                line(said, "pricing_model"),
                type,
                line(said, "category"),
                billable.isBoolean() ? billable.booleanValue() : null,
                FREE_ENTRY.equals(type) ? timeOf(status.path("conversation").path("expiration_timestamp")) : null);
        return pricing.equals(UNPRICED) ? null : pricing;
    }

    /// Who sent something, and when.
    ///
    /// @param at by the platform's clock
    /// @param groupId in which group; null when it was in none
    /// @param raw the platform's JSON of it
    record Sent(
            String phoneNumberId,
            String platformId,
            Customer customer,
            Instant at,
            Instant receivedAt,
            @Nullable String groupId,
            String raw) {}

    /// What a change says of all that is in it.
    ///
    /// @param phoneNumberId one of our own numbers
    private record About(String phoneNumberId, Contacts contacts, Unrecognising unrecognised) {}

    /// Makes the events of what is not understood in one change.
    private record Unrecognising(
            @Nullable String phoneNumberId, @Nullable String field, Instant receivedAt) {
        PartUnrecognised because(String reason, String raw) {
            return new PartUnrecognised(phoneNumberId, field, reason, receivedAt, raw);
        }
    }

    /// The customers that a change names. The platform does not promise their order, so they are found by
    /// their ids only (fact sheet, 3.2).
    private static final class Contacts {
        private final Map<String, JsonNode> byUserId = new HashMap<>();
        private final Map<String, JsonNode> byWaId = new HashMap<>();

        Contacts(@Nullable Slice contacts) {
            this(treeOf(contacts));
        }

        Contacts(JsonNode contacts) {
            membersOf(contacts).forEach(contact -> {
                putIfNamed(byUserId, text(contact, "user_id"), contact);
                putIfNamed(byWaId, digits(text(contact, "wa_id")), contact);
            });
        }

        private static void putIfNamed(Map<String, JsonNode> contacts, @Nullable String name, JsonNode contact) {
            if (name != null) {
                contacts.putIfAbsent(name, contact);
            }
        }

        /// @return the customer by every name that the part or its contact tells
        Customer complete(@Nullable String bsuid, @Nullable String parentBsuid, @Nullable String waId) {
            var number = digits(waId);
            var contact = Stream.<Supplier<JsonNode>>of(() -> byUserId.get(bsuid), () -> byWaId.get(number))
                    .map(Supplier::get)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(MissingNode.getInstance());
            var username = text(contact.path("profile"), "username");
            return new Customer(
                    firstOf(bsuid, text(contact, "user_id")),
                    firstOf(parentBsuid, text(contact, "parent_user_id")),
                    firstOf(number, digits(text(contact, "wa_id"))),
                    username != null && username.startsWith("@") ? username.substring(1) : username,
                    text(contact.path("profile"), "name"));
        }
    }

    private static @Nullable String phoneNumberId(Change change) {
        return HANDOVERS.equals(change.field())
                ? HandoverReading.numberIn(treeOf(change.value()))
                : text(treeOf(change.metadata()), "phone_number_id");
    }

    private static @Nullable String businessNumber(Change change) {
        return digits(text(treeOf(change.metadata()), "display_phone_number"));
    }

    /// A handover stands in no list: the value itself is what is told.
    private static List<Item> itemsOf(Change change) {
        return HANDOVERS.equals(change.field()) && change.value() != null
                ? List.of(new Item(HANDOVERS, change.value()))
                : change.items();
    }

    static JsonNode treeOf(@Nullable Slice slice) {
        try {
            return slice == null ? MissingNode.getInstance() : slice.tree();
        } catch (IOException tooDeep) {
            return MissingNode.getInstance();
        }
    }

    /// The change alone in its envelope: which account it was about and when stands there.
    private static String enveloped(Change change) {
        var parts = new ArrayList<String>();
        if (change.entryId() != null) {
            parts.add("\"id\":" + change.entryId().text());
        }
        if (change.entryTime() != null) {
            parts.add("\"time\":" + change.entryTime().text());
        }
        parts.add("\"changes\":[" + change.all().text() + "]");
        return parts.stream().collect(Collectors.joining(",", "{", "}"));
    }

    /// The whole body, for what cannot be taken apart: as text, or as base64 when it is none.
    private static PartUnrecognised whole(byte[] body, String reason, Instant receivedAt) {
        return new PartUnrecognised(null, null, reason, receivedAt, readable(body));
    }

    private static String readable(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (text.chars().allMatch(WebhookTranslation::isPrinted)) {
                return text;
            }
        } catch (CharacterCodingException notText) {
            // Base64 it is.
        }
        return "base64:" + Base64.getEncoder().encodeToString(body);
    }

    private static boolean isPrinted(int character) {
        return character >= ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    /// Seconds since 1970, as text or as a number. What cannot be is replaced by our own clock.
    static Instant time(JsonNode seconds, Instant receivedAt) {
        var time = Instant.ofEpochSecond(Math.clamp(seconds.asLong(0), 0, Integer.MAX_VALUE * 4L));
        return time.isBefore(BEFORE_THE_PLATFORM) || time.isAfter(receivedAt.plus(AHEAD)) ? receivedAt : time;
    }
}
