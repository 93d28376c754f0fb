package org.centralino.simulator.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.problem.Problem;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// What the platform says of the business account and of its numbers.
@Path("/control/account")
class AccountResource {
    private static final String LANE = "account";
    private static final String DISPLAY_PHONE_NUMBER = "display_phone_number";
    /// They are about one number, and name it.
    private static final Set<String> OF_A_NUMBER =
            Set.of("business_username_updates", "phone_number_name_update", "phone_number_quality_update", "security");

    private final Platform platform;
    private final ObjectMapper json;

    AccountResource(Platform platform, ObjectMapper json) {
        this.platform = platform;
        this.json = json;
    }

    /// @param field the webhook field, such as `account_update`
    /// @param value in the platform's form; one that is about a number and names none is about the main one
    record Report(@Nullable String field, @Nullable ObjectNode value) {}

    record Queued(long id) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    public Queued say(@Nullable Report body) {
        var report = Problem.given(body);
        var field = report.field();
        var value = report.value();
        if (field == null || value == null) {
            throw Problem.invalid("Name a field and its value: {\"field\": \"account_update\", \"value\": {…}}.");
        }
        return platform.change(change -> {
            var number = change.account().mainNumber();
            if (OF_A_NUMBER.contains(field) && !value.has(DISPLAY_PHONE_NUMBER)) {
                value.put(DISPLAY_PHONE_NUMBER, number.number());
            }
            var webhook = json.createObjectNode().put("object", "whatsapp_business_account");
            var entry = webhook.putArray("entry")
                    .addObject()
                    .put("id", number.waba())
                    .put("time", change.now().getEpochSecond());
            entry.putArray("changes").addObject().put("field", field).set("value", value);
            return new Queued(Webhooks.queueRaw(change, LANE, written(webhook)));
        });
    }

    private String written(ObjectNode webhook) {
        try {
            return json.writeValueAsString(webhook);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree can be written", impossible);
        }
    }
}
