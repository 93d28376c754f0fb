package org.centralino.gateway.webhook.domain;

import java.util.UUID;
import java.util.stream.Collectors;
import org.centralino.events.Content;
import org.centralino.events.DerivedId;
import org.centralino.events.WhatsAppEvent;
import org.centralino.events.WhatsAppEvent.AccountReported;
import org.centralino.events.WhatsAppEvent.Customer;
import org.centralino.events.WhatsAppEvent.CustomerChanged;
import org.centralino.events.WhatsAppEvent.GroupReported;
import org.centralino.events.WhatsAppEvent.HandedOver;
import org.centralino.events.WhatsAppEvent.MarketingChosen;
import org.centralino.events.WhatsAppEvent.MessageEchoed;
import org.centralino.events.WhatsAppEvent.MessageEdited;
import org.centralino.events.WhatsAppEvent.MessageReceived;
import org.centralino.events.WhatsAppEvent.MessageRevoked;
import org.centralino.events.WhatsAppEvent.MessageSynced;
import org.centralino.events.WhatsAppEvent.PartUnrecognised;
import org.centralino.events.WhatsAppEvent.PhoneContactChanged;
import org.centralino.events.WhatsAppEvent.ReactionReceived;
import org.centralino.events.WhatsAppEvent.StatusReported;
import org.centralino.events.WhatsAppEvent.SyncProgressed;
import org.centralino.events.WhatsAppEvent.Unrecognised;
import org.jspecify.annotations.Nullable;

/// The CloudEvents ids of what the platform reports. The platform may report the same thing many times, in
/// bodies that differ: what it calls the same has the same id, so that consumers handle it once.
public final class EventIdentity {
    private EventIdentity() {}

    public static UUID of(WhatsAppEvent event) {
        return switch (event) {
            case MessageReceived message -> DerivedId.of("message", message.phoneNumberId(), message.platformId());
            case MessageEchoed echo -> DerivedId.of("echo", echo.phoneNumberId(), echo.platformId());
            // One whose file comes later is told twice.
            case MessageSynced message ->
                DerivedId.of(
                        "synced",
                        message.phoneNumberId(),
                        message.platformId(),
                        message.content() instanceof Content.Unsupported ? "without a file" : "whole");
            case SyncProgressed progress -> DerivedId.of("sync", progress.phoneNumberId(), progress.raw());
            case MarketingChosen choice ->
                DerivedId.of(
                        "marketing",
                        choice.phoneNumberId(),
                        nameOf(choice.customer()),
                        Boolean.toString(choice.wanted()),
                        choice.chosenAt().toString());
            case PhoneContactChanged change ->
                DerivedId.of(
                        "phone-contact",
                        change.phoneNumberId(),
                        nameOf(change.customer()),
                        change.name(),
                        change.changedAt().toString());
            case HandedOver handover ->
                DerivedId.of(
                        "handed-over",
                        handover.phoneNumberId(),
                        nameOf(handover.customer()),
                        String.valueOf(handover.taken()),
                        String.valueOf(handover.from()),
                        String.valueOf(handover.to()),
                        handover.sentAt().toString());
            case ReactionReceived reaction -> DerivedId.of("reaction", reaction.phoneNumberId(), reaction.platformId());
            case MessageEdited edit -> DerivedId.of("edit", edit.phoneNumberId(), edit.platformId());
            case MessageRevoked revocation ->
                DerivedId.of("revocation", revocation.phoneNumberId(), revocation.platformId());
            case CustomerChanged change
            when change.platformId() != null ->
                DerivedId.of("customer-changed", change.phoneNumberId(), change.platformId());
            case CustomerChanged change ->
                DerivedId.of(
                        "customer-changed-to",
                        change.phoneNumberId(),
                        change.what().name(),
                        nameOf(change.customer()),
                        change.now().bsuid(),
                        change.now().waId(),
                        change.sentAt().toString());
            case StatusReported status ->
                DerivedId.of(
                        "status",
                        status.phoneNumberId(),
                        status.platformId(),
                        status.status(),
                        nameOf(status.recipient()));
            case GroupReported report ->
                DerivedId.of(
                        "group",
                        report.phoneNumberId(),
                        report.groupId(),
                        report.what().name(),
                        String.valueOf(report.subject()),
                        report.participants().stream()
                                .map(participant -> String.valueOf(nameOf(participant)))
                                .collect(Collectors.joining(" ")),
                        report.sentAt().toString());
            case AccountReported report -> DerivedId.of("account", report.accountId(), report.field(), report.raw());
            case PartUnrecognised part -> DerivedId.of("part", part.phoneNumberId(), part.field(), part.raw());
            case Unrecognised _ -> throw new IllegalArgumentException("Never published");
        };
    }

    private static @Nullable String nameOf(Customer customer) {
        return customer.waId() != null ? customer.waId() : customer.bsuid();
    }
}
