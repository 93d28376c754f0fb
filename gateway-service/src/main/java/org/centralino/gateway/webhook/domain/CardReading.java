package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.firstOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.joined;
import static org.centralino.gateway.webhook.domain.PlatformJson.line;
import static org.centralino.gateway.webhook.domain.PlatformJson.membersOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.text;
import static org.centralino.gateway.webhook.domain.PlatformJson.url;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.centralino.events.Content;
import org.centralino.events.Content.Contacts.Card;
import org.centralino.events.Content.Contacts.Entry;
import org.jspecify.annotations.Nullable;

/// Reads contact cards (fact sheet, section 4.5).
final class CardReading {
    /// As many as a phone lets one send at once.
    static final int MOST_CARDS = 257;
    static final int MOST_ENTRIES = 40;

    private static final Card EMPTY = new Card(null, null, null, List.of(), List.of(), List.of(), List.of());
    private static final String REQUESTED = "contact_request";

    private CardReading() {}

    /// @param origin where the message says that the cards come from
    /// @return the cards; null when there is nothing on any of them
    static @Nullable Content contacts(JsonNode list, @Nullable String origin) {
        var cards = membersOf(list)
                .limit(MOST_CARDS)
                .map(CardReading::card)
                .filter(card -> !card.equals(EMPTY))
                .toList();
        if (cards.isEmpty()) {
            return null;
        }
        var requested =
                REQUESTED.equals(origin) || membersOf(list).anyMatch(card -> REQUESTED.equals(text(card, "origin")));
        return new Content.Contacts(joined(cards.stream().map(Card::name)), cards, requested);
    }

    private static Card card(JsonNode card) {
        var org = card.path("org");
        return new Card(
                name(card.path("name")),
                joined(Stream.of(line(org, "company"), line(org, "department"), line(org, "title"))),
                line(card, "birthday"),
                entries(card.path("phones"), phone -> firstOf(line(phone, "phone"), line(phone, "wa_id"))),
                entries(card.path("emails"), email -> line(email, "email")),
                entries(card.path("urls"), page -> url(page, "url")),
                entries(card.path("addresses"), CardReading::address));
    }

    private static @Nullable String name(JsonNode name) {
        return firstOf(
                line(name, "formatted_name"),
                joined(
                        " ",
                        Stream.of("prefix", "first_name", "middle_name", "last_name", "suffix")
                                .map(part -> line(name, part))));
    }

    private static @Nullable String address(JsonNode address) {
        return joined(Stream.of(
                line(address, "street"),
                joined(" ", Stream.of(line(address, "zip"), line(address, "city"))),
                line(address, "state"),
                firstOf(line(address, "country"), line(address, "country_code"))));
    }

    private static List<Entry> entries(JsonNode list, Function<JsonNode, @Nullable String> value) {
        return membersOf(list)
                .flatMap(entry -> entry(value.apply(entry), line(entry, "type")))
                .limit(MOST_ENTRIES)
                .toList();
    }

    private static Stream<Entry> entry(@Nullable String value, @Nullable String label) {
        return value == null ? Stream.empty() : Stream.of(new Entry(value, label));
    }
}
