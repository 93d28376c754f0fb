package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.centralino.events.Content;
import org.jspecify.annotations.Nullable;

/// Questions that the customer answers by pressing something, as the platform wants them (fact sheet, section 8.4).
final class CloudQuestion {
    private static final String ACTION = "action";
    private static final String TITLE = "title";

    private CloudQuestion() {}

    static ObjectNode of(Content.Buttons question) {
        var body = words("button", question.text(), question.header(), question.footer());
        var buttons = body.putObject(ACTION).putArray("buttons");
        question.buttons()
                .forEach(button -> buttons.addObject()
                        .put("type", "reply")
                        .putObject("reply")
                        .put("id", button.id())
                        .put(TITLE, button.text()));
        return body;
    }

    static ObjectNode of(Content.Options question) {
        var body = words("list", question.text(), question.header(), question.footer());
        var sections = body.putObject(ACTION).put("button", question.button()).putArray("sections");
        for (var section : question.sections()) {
            var part = sections.addObject();
            if (section.title() != null) {
                part.put(TITLE, section.title());
            }
            var rows = part.putArray("rows");
            for (var row : section.rows()) {
                var choice = rows.addObject().put("id", row.id()).put(TITLE, row.title());
                if (row.description() != null) {
                    choice.put("description", row.description());
                }
            }
        }
        return body;
    }

    static ObjectNode of(Content.Link link) {
        var body = words("cta_url", link.text(), link.header(), link.footer());
        body.putObject(ACTION)
                .put("name", "cta_url")
                .putObject("parameters")
                .put("display_text", link.button())
                .put("url", link.url());
        return body;
    }

    static ObjectNode of(Content.LocationRequest request) {
        var body = words("location_request_message", request.text(), null, null);
        body.putObject(ACTION).put("name", "send_location");
        return body;
    }

    /// @param text null for none, which only a single product may have
    static ObjectNode words(String type, @Nullable String text, @Nullable String header, @Nullable String footer) {
        var body = JsonNodeFactory.instance.objectNode().put("type", type);
        if (header != null) {
            body.putObject("header").put("type", "text").put("text", header);
        }
        if (text != null) {
            body.putObject("body").put("text", text);
        }
        if (footer != null) {
            body.putObject("footer").put("text", footer);
        }
        return body;
    }
}
