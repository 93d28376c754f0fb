package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.centralino.events.Content.Contacts.Card;
import org.centralino.events.Content.Contacts.Entry;

/// Contact cards as the platform wants them (fact sheet, sections 4.5 and 8.3).
final class CloudCards {
    private static final String NOT_A_DIGIT = "\\D";

    private CloudCards() {}

    static ArrayNode of(List<Card> cards) {
        var list = JsonNodeFactory.instance.arrayNode();
        cards.forEach(card -> card(list.addObject(), card));
        return list;
    }

    /// Beside the name as it is shown the platform wants one of its parts. We know none.
    private static void card(ObjectNode body, Card card) {
        body.putObject("name").put("formatted_name", card.name()).put("first_name", card.name());
        if (card.organization() != null) {
            body.putObject("org").put("company", card.organization());
        }
        if (card.birthday() != null) {
            body.put("birthday", card.birthday());
        }
        lines(body, "phones", "phone", card.phones());
        lines(body, "emails", "email", card.emails());
        lines(body, "urls", "url", card.urls());
    }

    private static void lines(ObjectNode body, String list, String name, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var lines = body.putArray(list);
        for (var entry : entries) {
            var line = lines.addObject().put(name, entry.value());
            if (entry.label() != null) {
                line.put("type", entry.label());
            }
            // With it, the customer can write to that number at once.
            if (name.equals("phone") && entry.value().startsWith("+")) {
                line.put("wa_id", entry.value().replaceAll(NOT_A_DIGIT, ""));
            }
        }
    }
}
