package org.centralino.simulator.webhook.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.centralino.simulator.platform.domain.Delivery.Layout;
import org.centralino.simulator.platform.domain.Delivery.Part;

/// The body of a webhook: entries, changes, and in each change either messages or statuses of one number.
public final class WebhookBody {
    private WebhookBody() {}

    /// What a body says of a business number.
    ///
    /// @param waba the business account: the entry's id
    public record Metadata(String phoneNumberId, String displayPhoneNumber, String waba) {}

    /// @param numbers finds a business number by its Graph id
    public static Map<String, Object> of(List<Part> parts, Layout layout, Function<String, Metadata> numbers) {
        var entries = new ArrayList<Map<String, Object>>();
        var changes = new ArrayList<Map<String, Object>>();
        var open = new ArrayList<Part>();
        var waba = "";
        for (var part : parts) {
            var ofPart = numbers.apply(part.phoneNumberId()).waba();
            if (!open.isEmpty() && (layout != Layout.MESSAGES || !belongTogether(open.getLast(), part))) {
                changes.add(change(open, numbers));
                open.clear();
            }
            if (!changes.isEmpty() && (layout == Layout.ENTRIES || !waba.equals(ofPart))) {
                entries.add(entry(waba, changes));
                changes.clear();
            }
            waba = ofPart;
            open.add(part);
        }
        changes.add(change(open, numbers));
        entries.add(entry(waba, changes));
        return ordered("object", "whatsapp_business_account", "entry", entries);
    }

    private static boolean belongTogether(Part one, Part other) {
        return one.kind().equals(other.kind()) && one.phoneNumberId().equals(other.phoneNumberId());
    }

    private static Map<String, Object> entry(String waba, List<Map<String, Object>> changes) {
        return ordered("id", waba, "changes", List.copyOf(changes));
    }

    private static Map<String, Object> change(List<Part> parts, Function<String, Metadata> numbers) {
        var number = numbers.apply(parts.getFirst().phoneNumberId());
        var contacts = new LinkedHashSet<Map<String, Object>>();
        parts.stream().flatMap(part -> Stream.ofNullable(part.contact())).forEach(contacts::add);

        var value = new LinkedHashMap<String, Object>();
        value.put("messaging_product", "whatsapp");
        value.put(
                "metadata",
                ordered(
                        "display_phone_number",
                        number.displayPhoneNumber(),
                        "phone_number_id",
                        number.phoneNumberId()));
        if (!contacts.isEmpty()) {
            value.put("contacts", List.copyOf(contacts));
        }
        value.put(parts.getFirst().kind(), parts.stream().map(Part::content).toList());
        var isEcho = parts.getFirst().kind().equals(Part.ECHOES);
        return ordered("value", value, "field", isEcho ? "smb_message_echoes" : "messages");
    }

    private static Map<String, Object> ordered(String key, Object value, String nextKey, Object nextValue) {
        var map = new LinkedHashMap<String, Object>();
        map.put(key, value);
        map.put(nextKey, nextValue);
        return map;
    }
}
