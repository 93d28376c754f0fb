package org.centralino.simulator.platform.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Somebody with a phone, who writes to the business; or a group of such people, whose chat all of them
/// have.
///
/// @param id the digits of the phone number, or the BSUID of a customer who does not share a number; of
///     a group, the platform's id
/// @param phone digits without `+`; null when the customer hides the number behind a username
/// @param bsuid the business-scoped user id, which every webhook carries
/// @param username null when none was adopted
/// @param reads whether read receipts are on
/// @param blocks whether the customer has blocked the business
/// @param kind where the customer came from
/// @param members the ids of who is in a group; null when this is no group
public record Customer(
        String id,
        String name,
        @Nullable String phone,
        String bsuid,
        @Nullable String username,
        boolean reads,
        boolean blocks,
        Kind kind,
        @Nullable List<String> members) {

    /// Somebody with a phone.
    public Customer(
            String id,
            String name,
            @Nullable String phone,
            String bsuid,
            @Nullable String username,
            boolean reads,
            boolean blocks,
            Kind kind) {
        this(id, name, phone, bsuid, username, reads, blocks, kind, null);
    }

    /// Where a customer came from.
    public enum Kind {
        /// There from the start.
        REGULAR,
        /// Made on the page or by the control API.
        ADDED,
        /// One of a crowd that writes all at once.
        CROWD,
        /// A recipient that has no WhatsApp: sends to it fail with 131026.
        STRANGER,
        /// Several of the others, who write where all of them see it.
        GROUP
    }

    /// Makes a customer with a BSUID that belongs to the number (or, without one, to the username).
    ///
    /// @param phone digits without `+`; null when the customer hides the number behind a username
    /// @param username null when none was adopted
    public static Customer of(String name, @Nullable String phone, @Nullable String username, Kind kind) {
        var seed = phone != null ? phone : Objects.requireNonNull(username, "a number hides behind a username");
        var bsuid = bsuid(phone, seed);
        return new Customer(phone == null ? bsuid : phone, name, phone, bsuid, username, true, false, kind);
    }

    /// A recipient that nobody here has: a phone number, or a BSUID.
    public static Customer stranger(String identity) {
        var byBsuid = identity.contains(".");
        return new Customer(
                identity,
                identity,
                byBsuid ? null : identity,
                byBsuid ? identity : bsuid(identity, identity),
                null,
                false,
                false,
                Kind.STRANGER);
    }

    /// Makes a group.
    ///
    /// @param id as the platform names it
    public static Customer group(String id, String subject, List<String> members) {
        return new Customer(id, subject, null, id, null, true, false, Kind.GROUP, List.copyOf(members));
    }

    public boolean isGroup() {
        return kind == Kind.GROUP;
    }

    /// @return the ids of who is in the group; nobody when this is none
    public List<String> everybody() {
        return members == null ? List.of() : members;
    }

    /// @return the same group under another subject
    public Customer renamed(String subject) {
        return new Customer(id, subject, phone, bsuid, username, reads, blocks, kind, members);
    }

    /// @return the same group with these people in it
    public Customer of(List<String> people) {
        return new Customer(id, name, phone, bsuid, username, reads, blocks, kind, List.copyOf(people));
    }

    /// @return the same customer, who from now on sends read receipts or does not
    public Customer reading(boolean reads) {
        return new Customer(id, name, phone, bsuid, username, reads, blocks, kind, members);
    }

    /// @return the same customer, who from now on blocks the business or does not
    public Customer blocking(boolean blocks) {
        return new Customer(id, name, phone, bsuid, username, reads, blocks, kind, members);
    }

    /// @return the same customer under another number, which has a BSUID of its own
    public Customer movedTo(String digits) {
        return new Customer(id, name, digits, bsuid(digits, digits), username, reads, blocks, kind, members);
    }

    /// @return the same customer with another BSUID
    public Customer withAnotherId() {
        return new Customer(id, name, phone, bsuid(digits(), bsuid), username, reads, blocks, kind, members);
    }

    /// @return the same customer, whose number the platform withholds from now on
    public Customer hidingNumber() {
        return new Customer(id, name, null, bsuid, username, reads, blocks, kind, members);
    }

    /// @return the same customer with the number by which he was first known, if there was one
    public Customer showingNumber() {
        return new Customer(id, name, digits(), bsuid, username, reads, blocks, kind, members);
    }

    public Customer called(String newUsername) {
        return new Customer(id, name, phone, bsuid, newUsername, reads, blocks, kind, members);
    }

    /// @return the number, shared or not; null when there never was one
    public @Nullable String digits() {
        return phone != null ? phone : PhoneNumber.digits(id).orElse(null);
    }

    /// @return whether the page and the control API list this customer
    public boolean isListed() {
        return kind != Kind.STRANGER;
    }

    private static String bsuid(@Nullable String phone, String seed) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            var number = Long.parseUnsignedLong(HexFormat.of().formatHex(hash, 0, 7), 16);
            return "%s.%016d".formatted(PhoneNumber.country(phone), number % 10_000_000_000_000_000L);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
