package org.centralino.simulator.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Customer;
import org.centralino.simulator.platform.domain.Fact;
import org.centralino.simulator.problem.Problem;
import org.centralino.simulator.webhook.Webhooks;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// A customer chooses on the phone whether advertising of the business is wanted, and the business is told (fact sheet,
/// section 15).
@Path("/control/customers/{customer}/marketing")
class MarketingResource {
    private final Platform platform;
    private final ObjectMapper json;

    MarketingResource(Platform platform, ObjectMapper json) {
        this.platform = platform;
        this.json = json;
    }

    record Choice(@Nullable Boolean wanted) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public CustomerView choose(@RestPath String customer, @Nullable Choice body) {
        var wanted = Problem.given(body).wanted();
        if (wanted == null) {
            throw Problem.invalid("Say whether it is wanted: {\"wanted\": false}.");
        }
        return platform.change(change -> {
            var chooser = CustomerResource.known(change.state().customer(customer));
            change.add(new Fact.MarketingChosen(chooser.id(), wanted));
            Webhooks.queueRaw(change, chooser.id(), written(webhook(change, chooser, wanted)));
            return CustomerView.of(
                    chooser, change.state(), change.account().mainNumber().phoneNumberId());
        });
    }

    private ObjectNode webhook(Platform.Change change, Customer chooser, boolean wanted) {
        var number = change.account().mainNumber();
        var webhook = json.createObjectNode().put("object", "whatsapp_business_account");
        var entry = webhook.putArray("entry").addObject().put("id", number.waba());
        var field = entry.putArray("changes").addObject().put("field", "user_preferences");
        var value = field.putObject("value").put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", number.number())
                .put("phone_number_id", number.phoneNumberId());
        var contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", chooser.name());
        named(contact, chooser);
        named(value.putArray("user_preferences").addObject(), chooser)
                .put("category", "marketing_messages")
                .put("value", wanted ? "resume" : "stop")
                .put("detail", wanted ? "User resumed marketing" : "User stopped marketing")
                .put("timestamp", change.now().getEpochSecond());
        return webhook;
    }

    private static ObjectNode named(ObjectNode object, Customer customer) {
        if (customer.phone() != null) {
            object.put("wa_id", customer.phone());
        }
        return object.put("user_id", customer.bsuid());
    }

    private String written(ObjectNode webhook) {
        try {
            return json.writeValueAsString(webhook);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree can be written", impossible);
        }
    }
}
