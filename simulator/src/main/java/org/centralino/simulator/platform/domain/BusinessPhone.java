package org.centralino.simulator.platform.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A business number at the platform.
///
/// @param phoneNumberId its Graph id; not the number
/// @param number its digits, without `+`
/// @param waba the id of its WhatsApp Business Account
/// @param name its verified name, which customers see
/// @param registered whether it may send and receive
/// @param pin of its two-step verification; null when it has none
/// @param wrongPins how often a wrong one was tried in a row
/// @param registrations when it was registered or deregistered in the last 72 hours
/// @param profile its business profile, by the platform's names
/// @param links its QR codes
/// @param throughput how many messages a second it takes
public record BusinessPhone(
        String phoneNumberId,
        String number,
        String waba,
        String name,
        boolean registered,
        @Nullable String pin,
        int wrongPins,
        List<Instant> registrations,
        Map<String, Object> profile,
        List<ChatLink> links,
        Throughput throughput) {
    /// So often a number may be registered in 72 hours (fact sheet, section 11.2).
    public static final int MOST_REGISTRATIONS = 10;

    private static final Duration REGISTRATIONS_COUNT_FOR = Duration.ofHours(72);

    /// How many messages a second a number takes, in and out together (fact sheet, section 13).
    public enum Throughput {
        STANDARD(80),
        HIGH(1_000);

        private final int perSecond;

        Throughput(int perSecond) {
            this.perSecond = perSecond;
        }

        public int perSecond() {
            return perSecond;
        }
    }

    /// A QR code with its short link.
    public record ChatLink(String code, String message) {
        /// @return where a chat begins
        public String address() {
            return "https://wa.me/message/" + code;
        }
    }

    public BusinessPhone {
        registrations = List.copyOf(registrations);
        profile = new LinkedHashMap<>(profile);
        links = List.copyOf(links);
        throughput = throughput == null ? Throughput.STANDARD : throughput;
    }

    /// A number as it is when it is new.
    ///
    /// @param pin null when it has no two-step verification
    public static BusinessPhone of(
            String phoneNumberId, String number, String waba, String name, boolean registered, @Nullable String pin) {
        return new BusinessPhone(
                phoneNumberId,
                number,
                waba,
                name,
                registered,
                pin,
                0,
                List.of(),
                Map.of("about", "Hey there! I am using WhatsApp.", "vertical", "OTHER"),
                List.of(),
                Throughput.STANDARD);
    }

    /// @return whether it may be registered or deregistered once more
    public boolean mayRegister(Instant now) {
        return lately(now).size() < MOST_REGISTRATIONS;
    }

    /// @return the same number, registered with this PIN or not any more
    public BusinessPhone registered(boolean now, @Nullable String newPin, Instant at) {
        var more = new ArrayList<>(lately(at));
        more.add(at);
        return new BusinessPhone(phoneNumberId, number, waba, name, now, newPin, 0, more, profile, links, throughput);
    }

    /// @return the same number after a wrong PIN
    public BusinessPhone afterWrongPin() {
        return new BusinessPhone(
                phoneNumberId,
                number,
                waba,
                name,
                registered,
                pin,
                wrongPins + 1,
                registrations,
                profile,
                links,
                throughput);
    }

    public BusinessPhone withPin(String newPin) {
        return new BusinessPhone(
                phoneNumberId, number, waba, name, registered, newPin, 0, registrations, profile, links, throughput);
    }

    /// @param changed what is not among it stays
    public BusinessPhone withProfile(Map<String, ?> changed) {
        var all = new LinkedHashMap<String, Object>(profile);
        all.putAll(changed);
        return new BusinessPhone(
                phoneNumberId, number, waba, name, registered, pin, wrongPins, registrations, all, links, throughput);
    }

    public BusinessPhone withThroughput(Throughput changed) {
        return new BusinessPhone(
                phoneNumberId, number, waba, name, registered, pin, wrongPins, registrations, profile, links, changed);
    }

    /// @return the link of this code
    public Optional<ChatLink> link(String code) {
        return links.stream().filter(link -> link.code().equals(code)).findFirst();
    }

    /// @return the same number with this link, instead of one of the same code
    public BusinessPhone withLink(ChatLink link) {
        var others = new ArrayList<>(links);
        others.removeIf(other -> other.code().equals(link.code()));
        others.add(link);
        return with(others);
    }

    public BusinessPhone withoutLink(String code) {
        return with(links.stream().filter(link -> !link.code().equals(code)).toList());
    }

    private BusinessPhone with(List<ChatLink> others) {
        return new BusinessPhone(
                phoneNumberId,
                number,
                waba,
                name,
                registered,
                pin,
                wrongPins,
                registrations,
                profile,
                others,
                throughput);
    }

    private List<Instant> lately(Instant now) {
        return registrations.stream()
                .filter(at -> at.isAfter(now.minus(REGISTRATIONS_COUNT_FOR)))
                .toList();
    }
}
