package org.centralino.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the WhatsApp platform reported, one event per part of a webhook. Published by the gateway on
/// [Topics#WHATSAPP]. Each keeps the platform's JSON of its part, so that what is not understood today can
/// be read again tomorrow.
public sealed interface WhatsAppEvent extends Event {

    /// A customer wrote to one of our numbers (fact sheet, section 4).
    ///
    /// @param phoneNumberId the business number's platform id
    /// @param platformId the platform's id of the message (`wamid…`)
    /// @param customer who wrote
    /// @param sentAt when, by the platform's clock
    /// @param receivedAt when the webhook reached us
    /// @param content what it says
    /// @param context what it answers, and whether it was passed on
    /// @param standby whether another application answers this customer now, and we are only told (fact
    ///     sheet, section 17)
    /// @param groupId the group in which it was written; null for what is said to us alone (section 18)
    /// @param raw the platform's JSON of this message
    @WireName("whatsapp.message-received.v1")
    record MessageReceived(
            String phoneNumberId,
            String platformId,
            Customer customer,
            Instant sentAt,
            Instant receivedAt,
            Content content,
            @Nullable MessageContext context,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean standby,
            @Nullable String groupId,
            String raw)
            implements WhatsAppEvent {}

    /// Somebody else wrote to a customer in the business's name, and the platform shows us a copy (fact
    /// sheet, sections 16 and 17).
    ///
    /// @param phoneNumberId the business number's platform id
    /// @param platformId the platform's id of the message (`wamid…`)
    /// @param customer to whom
    /// @param speaker who wrote; the platform does not name an application
    /// @param sentAt when, by the platform's clock
    /// @param receivedAt when the webhook reached us
    /// @param content what it says
    /// @param context what it answers, and whether it was passed on
    /// @param raw the platform's JSON of this message
    @WireName("whatsapp.message-echoed.v1")
    record MessageEchoed(
            String phoneNumberId,
            String platformId,
            Customer customer,
            Speaker speaker,
            Instant sentAt,
            Instant receivedAt,
            Content content,
            @Nullable MessageContext context,
            String raw)
            implements WhatsAppEvent {}

    /// A customer is answered by another application from now on, or by us (fact sheet, section 17). The
    /// platform gives it no id.
    ///
    /// @param phoneNumberId the business number's platform id
    /// @param customer whom it is about, by the phone number only
    /// @param taken whether the new one took it; else it was passed on
    /// @param from who answered before; null when it was we, or is not told
    /// @param to who answers now; null when it is we
    /// @param words what the former one says about it, for people
    /// @param summary what was said so far, as a machine sums it up
    /// @param sentAt when, by the platform's clock
    /// @param receivedAt when the webhook reached us
    /// @param raw the platform's JSON of it
    @WireName("whatsapp.handed-over.v1")
    record HandedOver(
            String phoneNumberId,
            Customer customer,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean taken,
            @Nullable Speaker from,
            @Nullable Speaker to,
            @Nullable String words,
            @Nullable String summary,
            Instant sentAt,
            Instant receivedAt,
            String raw)
            implements WhatsAppEvent {}

    /// A message of ours moved on (fact sheet, section 5).
    ///
    /// @param phoneNumberId the business number's platform id
    /// @param platformId the platform's id of the message (`wamid…`)
    /// @param recipient to whom it was sent; its names may be missing
    /// @param status the platform's word: `sent`, `delivered`, `read`, `failed`, `played`, or one that
    ///     is new
    /// @param statusAt when, by the platform's clock
    /// @param receivedAt when the webhook reached us
    /// @param callbackData what our send carried as `biz_opaque_callback_data`
    /// @param errors why it failed; empty otherwise
    /// @param pricing what it costs; told with some statuses only
    /// @param groupId the group to which the message went; then the recipient is one of its
    ///     participants, or nobody is named (section 18)
    /// @param raw the platform's JSON of this status
    @WireName("whatsapp.status-reported.v1")
    record StatusReported(
            String phoneNumberId,
            String platformId,
            Customer recipient,
            String status,
            Instant statusAt,
            Instant receivedAt,
            @Nullable String callbackData,
            List<PlatformError> errors,
            @Nullable Pricing pricing,
            @Nullable String groupId,
            String raw)
            implements WhatsAppEvent {
        public StatusReported {
            errors = errors == null ? List.of() : List.copyOf(errors);
        }

        /// Outside of groups.
        public StatusReported(
                String phoneNumberId,
                String platformId,
                Customer recipient,
                String status,
                Instant statusAt,
                Instant receivedAt,
                @Nullable String callbackData,
                List<PlatformError> errors,
                @Nullable Pricing pricing,
                String raw) {
            this(
                    phoneNumberId,
                    platformId,
                    recipient,
                    status,
                    statusAt,
                    receivedAt,
                    callbackData,
                    errors,
                    pricing,
                    null,
                    raw);
        }
    }

    /// A customer set an emoji on a message, changed it, or took it away (fact sheet, section 4.2).
    ///
    /// @param phoneNumberId the business number's platform id
    /// @param platformId the platform's id of the reaction itself (`wamid…`)
    /// @param customer who set it
    /// @param target the platform's id of the message that it stands on: the customer's own or one of ours
    /// @param emoji as it was chosen, its skin tone included; null when it was taken away
    /// @param sentAt when, by the platform's clock
    /// @param receivedAt when the webhook reached us
    /// @param groupId the group in which it happened; null when it did not happen in one (section 18)
    /// @param raw the platform's JSON of this reaction
    @WireName("whatsapp.reaction-received.v1")
    record ReactionReceived(
            String phoneNumberId,
            String platformId,
            Customer customer,
            String target,
            @Nullable String emoji,
            Instant sentAt,
            Instant receivedAt,
            @Nullable String groupId,
            String raw)
            implements WhatsAppEvent {
        /// Outside of groups.
        public ReactionReceived(
                String phoneNumberId,
                String platformId,
                Customer customer,
                String target,
                @Nullable String emoji,
                Instant sentAt,
                Instant receivedAt,
                String raw) {
            this(phoneNumberId, platformId, customer, target, emoji, sentAt, receivedAt, null, raw);
        }
    }

    /// Somebody changed a message of his own (fact sheet, section 4.8): a customer, or the business on
    /// its phone.
    ///
    /// @param phoneNumberId the business number's platform id
    /// @param platformId the platform's id of the change itself (`wamid…`)
    /// @param customer whose message it is, or to whom the business wrote it
    /// @param ours whether it is one of the business
    /// @param target the platform's id of the message that was changed
    /// @param content what it says now
    /// @param sentAt when it was changed, by the platform's clock
    /// @param receivedAt when the webhook reached us
    /// @param groupId the group in which it happened; null when it did not happen in one (section 18)
    /// @param raw the platform's JSON of this change
    @WireName("whatsapp.message-edited.v1")
    record MessageEdited(
            String phoneNumberId,
            String platformId,
            Customer customer,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ours,
            String target,
            Content content,
            Instant sentAt,
            Instant receivedAt,
            @Nullable String groupId,
            String raw)
            implements WhatsAppEvent {
        /// Outside of groups.
        public MessageEdited(
                String phoneNumberId,
                String platformId,
                Customer customer,
                boolean ours,
                String target,
                Content content,
                Instant sentAt,
                Instant receivedAt,
                String raw) {
            this(phoneNumberId, platformId, customer, ours, target, content, sentAt, receivedAt, null, raw);
        }
    }

    /// Somebody deleted a message of his own (fact sheet, section 4.8): a customer, or the business on
    /// its phone. It may come before the message does.
    ///
    /// @param phoneNumberId the business number's platform id
    /// @param platformId the platform's id of the deletion itself (`wamid…`)
    /// @param customer whose message it was, or to whom the business wrote it
    /// @param ours whether it was one of the business
    /// @param target the platform's id of the message that was deleted
    /// @param sentAt when it was deleted, by the platform's clock
    /// @param receivedAt when the webhook reached us
    /// @param groupId the group in which it happened; null when it did not happen in one (section 18)
    /// @param raw the platform's JSON of this deletion
    @WireName("whatsapp.message-revoked.v1")
    record MessageRevoked(
            String phoneNumberId,
            String platformId,
            Customer customer,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ours,
            String target,
            Instant sentAt,
            Instant receivedAt,
            @Nullable String groupId,
            String raw)
            implements WhatsAppEvent {
        /// Outside of groups.
        public MessageRevoked(
                String phoneNumberId,
                String platformId,
                Customer customer,
                boolean ours,
                String target,
                Instant sentAt,
                Instant receivedAt,
                String raw) {
            this(phoneNumberId, platformId, customer, ours, target, sentAt, receivedAt, null, raw);
        }
    }

    /// A customer is to be known by other keys from now on, or set WhatsApp up anew (fact sheet, sections 4.7 and
    /// 7.4). It is nothing that he wrote: there is nothing to answer and no window opens. The platform may tell the
    /// same change twice, in two forms, and messages under the old keys may still come after it.
    ///
    /// @param phoneNumberId the business number's platform id
    /// @param platformId the platform's id of the message that told it; null when another form did
    /// @param customer by the keys as they were, as far as the platform told them
    /// @param now by the keys as they are; what did not change may be missing
    /// @param what it is that changed
    /// @param sentAt when, by the platform's clock
    /// @param receivedAt when the webhook reached us
    /// @param raw the platform's JSON of this change
    @WireName("whatsapp.customer-changed.v1")
    record CustomerChanged(
            String phoneNumberId,
            @Nullable String platformId,
            Customer customer,
            Customer now,
            What what,
            Instant sentAt,
            Instant receivedAt,
            String raw)
            implements WhatsAppEvent {

        /// What may change about a customer.
        public enum What {
            /// His phone number, and with it his BSUID.
            @JsonProperty("number")
            NUMBER,
            /// His BSUID; the phone number is not told.
            @JsonProperty("identity")
            IDENTITY,
            /// The device, or the installation, on which he has WhatsApp.
            @JsonProperty("device")
            DEVICE,
            /// Something that this version has no word for.
            @JsonProperty("other")
            @JsonEnumDefaultValue
            OTHER
        }
    }

    /// A message from the time before the number was connected, which the phone handed over (fact
    /// sheet, section 16). It is nothing new: nobody waits by it, nobody has it unread, and no window
    /// opens. One whose file the phone handed over later is told again, with the file.
    ///
    /// @param phoneNumberId the business number's platform id
    /// @param platformId the platform's id of the message (`wamid…`)
    /// @param customer who wrote it, or to whom the business wrote it
    /// @param ours whether it is one of the business
    /// @param status how far it had come, in the platform's word, such as `READ`; null when that is not
    ///     told
    /// @param sentAt when it was written, by the platform's clock
    /// @param receivedAt when the webhook reached us
    /// @param content what it says; an unsupported `media_placeholder` while its file is not handed over
    /// @param context what it answers, and whether it was passed on
    /// @param raw the platform's JSON of this message
    @WireName("whatsapp.message-synced.v1")
    record MessageSynced(
            String phoneNumberId,
            String platformId,
            Customer customer,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ours,
            @Nullable String status,
            Instant sentAt,
            Instant receivedAt,
            Content content,
            @Nullable MessageContext context,
            String raw)
            implements WhatsAppEvent {}

    /// A piece of a number's history came from the phone, or the phone's owner does not hand it over
    /// (fact sheet, section 16). Pieces come in any order.
    ///
    /// @param phoneNumberId the business number's platform id
    /// @param phase which days it is of: 0 the newest, 1 up to 90 days ago, 2 up to 180
    /// @param chunk the number of the piece
    /// @param progress how much of the history came with it and before it, in percent
    /// @param messages how many messages are in it
    /// @param error why nothing comes; null when something did
    /// @param receivedAt when the webhook reached us
    /// @param raw the platform's JSON of the piece, without its messages
    @WireName("whatsapp.sync-progressed.v1")
    record SyncProgressed(
            String phoneNumberId,
            @Nullable Integer phase,
            @Nullable Integer chunk,
            @Nullable Integer progress,
            int messages,
            @Nullable PlatformError error,
            Instant receivedAt,
            String raw)
            implements WhatsAppEvent {}

    /// The phone's address book calls somebody by this name, or does not have him any more (fact sheet,
    /// section 16). He may never have written.
    ///
    /// @param phoneNumberId the business number's platform id
    /// @param customer who it is; the address book knows no profile name
    /// @param name what he is called there; null when he was taken out
    /// @param changedAt when, by the platform's clock
    /// @param receivedAt when the webhook reached us
    /// @param raw the platform's JSON of the entry
    @WireName("whatsapp.phone-contact-changed.v1")
    record PhoneContactChanged(
            String phoneNumberId,
            Customer customer,
            @Nullable String name,
            Instant changedAt,
            Instant receivedAt,
            String raw)
            implements WhatsAppEvent {}

    /// A customer said on the phone whether advertising of the business is wanted (fact sheet, section 15).
    ///
    /// @param phoneNumberId the business number's platform id
    /// @param customer who said it
    /// @param wanted whether it is wanted from then on
    /// @param chosenAt when, by the platform's clock
    /// @param receivedAt when the webhook reached us
    /// @param raw the platform's JSON of it
    @WireName("whatsapp.marketing-chosen.v1")
    record MarketingChosen(
            String phoneNumberId, Customer customer, boolean wanted, Instant chosenAt, Instant receivedAt, String raw)
            implements WhatsAppEvent {}

    /// Something happened to a group itself (fact sheet, section 18). It is nothing that anybody wrote,
    /// and the platform gives it no id.
    ///
    /// @param phoneNumberId the business number's platform id
    /// @param groupId the platform's id of the group
    /// @param what it is that happened
    /// @param subject what the group is called from then on; null when that was not told
    /// @param participants who came or left; nobody when it is about the group as a whole
    /// @param sentAt when, by the platform's clock
    /// @param receivedAt when the webhook reached us
    /// @param raw the platform's JSON of it
    @WireName("whatsapp.group-reported.v1")
    record GroupReported(
            String phoneNumberId,
            String groupId,
            GroupChange what,
            @Nullable String subject,
            List<Customer> participants,
            Instant sentAt,
            Instant receivedAt,
            String raw)
            implements WhatsAppEvent {
        public GroupReported {
            participants = participants == null ? List.of() : List.copyOf(participants);
        }
    }

    /// The platform said something of a business number, or of the account that it belongs to (fact sheet, sections
    /// 3.3 to 3.5). It concerns no customer. It may come late: what was said later may be known already.
    ///
    /// @param phoneNumberId the platform id of the number of ours that it is about; missing when it is about all
    ///     numbers of the account, or about a number that is not ours
    /// @param number the number that the platform names, in digits; missing when it names none
    /// @param accountId the platform's id of the WhatsApp Business account
    /// @param field the webhook field, such as `account_update`
    /// @param fact what was said
    /// @param at when, by the platform's clock
    /// @param receivedAt when the webhook reached us
    /// @param raw the platform's JSON of this change, with account and time
    @WireName("whatsapp.account-reported.v1")
    record AccountReported(
            @Nullable String phoneNumberId,
            @Nullable String number,
            @Nullable String accountId,
            String field,
            AccountFact fact,
            Instant at,
            Instant receivedAt,
            String raw)
            implements WhatsAppEvent {}

    /// A part of a webhook that Centralino does not understand, or that belongs to a number it does not
    /// know. Nothing is thrown away: it is kept here as it came.
    ///
    /// @param phoneNumberId the number it was for
    /// @param field the webhook field, such as `account_update`
    /// @param reason why it was not understood, for people
    /// @param receivedAt when the webhook reached us
    /// @param raw the part as it came: JSON, or `base64:` and the bytes when it was no text
    @WireName("whatsapp.unrecognised.v1")
    record PartUnrecognised(
            @Nullable String phoneNumberId, @Nullable String field, String reason, Instant receivedAt, String raw)
            implements WhatsAppEvent {}

    /// A type that this version does not know.
    record Unrecognised(String type) implements WhatsAppEvent {}

    /// A person on WhatsApp by every name that the platform told (fact sheet, section 7). At least one of
    /// `bsuid` and `waId` is there on a message.
    ///
    /// @param bsuid the business-scoped user id
    /// @param parentBsuid the same across portfolios of one managed business
    /// @param waId the WhatsApp id in digits; the platform may withhold it
    /// @param username without a leading @; never a key
    /// @param profileName the name that the customer chose
    record Customer(
            @Nullable String bsuid,
            @Nullable String parentBsuid,
            @Nullable String waId,
            @Nullable String username,
            @Nullable String profileName) {}
}
