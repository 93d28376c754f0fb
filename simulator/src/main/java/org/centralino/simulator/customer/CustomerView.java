package org.centralino.simulator.customer;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.PhoneNumber;
import org.centralino.simulator.platform.domain.PlatformState;
import org.jspecify.annotations.Nullable;

/// A customer, as the page and test drivers see one.
///
/// @param id what the control API's paths take (a BSUID or a phone number do as well)
/// @param waId digits; null when the number is not shared
/// @param phone the same for people
/// @param reads whether read receipts are sent
/// @param blocks whether the business is blocked
/// @param marketing whether advertising of the business is wanted
/// @param crowd whether this is one of a crowd, made to write all at once
/// @param unseen messages on the phone that were not looked at
/// @param lastMessageAt null when nothing was said yet
/// @param members who is in a group; null when this is none
/// @param windowExpiresAt until when the business may send free text; null if the customer never wrote
public record CustomerView(
        String id,
        String name,
        String initials,
        @Nullable String waId,
        @Nullable String phone,
        String bsuid,
        @Nullable String username,
        boolean reads,
        boolean blocks,
        boolean marketing,
        boolean crowd,
        int unseen,
        @Nullable Instant lastMessageAt,
        @Nullable Instant windowExpiresAt,
        @Nullable List<Member> members) {

    /// Who is in a group.
    public record Member(String id, String name) {}

    /// @param phoneNumberId the business number that the customer writes to
    /// @return the customer, as it stands in this state
    public static CustomerView of(Customer customer, PlatformState state, String phoneNumberId) {
        var phone = customer.phone();
        return new CustomerView(
                customer.id(),
                customer.name(),
                initials(customer.name()),
                phone,
                phone == null ? null : PhoneNumber.display(phone),
                customer.bsuid(),
                customer.username(),
                customer.reads(),
                customer.blocks(),
                state.wantsMarketing(customer.id()),
                customer.kind() == Customer.Kind.CROWD,
                state.unseen(customer.id()),
                state.lastMessage(customer.id()).map(message -> message.at()).orElse(null),
                state.windowExpiresAt(customer.id(), phoneNumberId).orElse(null),
                customer.isGroup() ? members(customer, state) : null);
    }

    private static List<Member> members(Customer group, PlatformState state) {
        return group.everybody().stream()
                .flatMap(id -> state.customer(id).stream())
                .map(member -> new Member(member.id(), member.name()))
                .toList();
    }

    private static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .limit(2)
                .map(CustomerView::first)
                .collect(Collectors.joining());
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : Character.toString(word.codePointAt(0)).toUpperCase(java.util.Locale.ROOT);
    }
}
