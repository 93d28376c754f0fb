package org.centralino.system.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The platform's double: its customers, its clock, its faults, and every call that it saw.
public final class Simulator {
    private static final Duration LONGEST_SCENARIO = Duration.ofMinutes(3);

    private final Api control;

    /// A person with a phone.
    ///
    /// @param id the simulator's own
    /// @param waId digits
    /// @param bsuid the business-scoped user id
    public record Customer(String id, String name, String waId, String bsuid) {
        static Customer of(JsonNode json) {
            return new Customer(
                    json.path("id").asText(),
                    json.path("name").asText(),
                    json.path("waId").textValue(),
                    json.path("bsuid").asText());
        }
    }

    Simulator(Api control) {
        this.control = control;
    }

    /// @return a new customer; the number must be new as well
    public Customer add(String name, String phone) {
        return Customer.of(done(control.post("/control/customers", Map.of("name", name, "phone", phone))));
    }

    /// The customer writes, and the platform posts its webhook.
    ///
    /// @return the platform's id of the message
    public String writes(Customer customer, String text) {
        return sends(customer, Map.of("text", text));
    }

    /// The business has another number at the platform; it is not registered yet.
    ///
    /// @return the platform's id of it
    public String addsNumber(String name, String phone) {
        return done(control.post("/control/numbers", Map.of("name", name, "phone", phone)))
                .path("phoneNumberId")
                .asText();
    }

    /// The business has a number in another account of its own; neither is the number registered nor the account
    /// subscribed.
    ///
    /// @return the platform's id of it
    public String addsNumber(String name, String phone, String account) {
        return done(control.post("/control/numbers", Map.of("name", name, "phone", phone, "waba", account)))
                .path("phoneNumberId")
                .asText();
    }

    /// The number has an access token of its own from now on, and is called by no other.
    public String makesToken(String number) {
        return done(control.post("/control/token", Map.of("number", number)))
                .path("token")
                .asText();
    }

    /// The platform decides about a template.
    ///
    /// @param event such as `APPROVED`, `REJECTED` or `PAUSED`
    /// @param reason such as `INVALID_FORMAT`; `NONE` for none
    public void decides(String template, String language, String event, String reason) {
        done(control.post(
                "/control/templates/%s/%s".formatted(template, language), Map.of("event", event, "reason", reason)));
    }

    /// @return what the platform knows of a number, such as whether its account is subscribed
    public JsonNode number(String id) {
        for (var number : done(control.get("/control/numbers")).path("items")) {
            if (number.path("phoneNumberId").asText().equals(id)) {
                return number;
            }
        }
        throw new IllegalStateException("The platform has no number " + id);
    }

    /// The customer writes to this number of the business.
    ///
    /// @param number the platform's id of it
    public void writesTo(String number, Customer customer, String text) {
        done(control.post(
                "/control/customers/%s/messages?number=%s".formatted(customer.id(), number), Map.of("text", text)));
    }

    /// A group of customers, which the business makes.
    ///
    /// @return as whose chat it is known
    public Customer gathers(String subject, List<Customer> members) {
        return Customer.of(done(control.post(
                "/control/groups",
                Map.of(
                        "subject",
                        subject,
                        "members",
                        members.stream().map(Customer::id).toList()))));
    }

    /// One of a group writes in it.
    public String writesInGroup(Customer group, Customer sender, String text) {
        return sends(group, Map.of("text", text, "from", sender.id()));
    }

    /// The customer sends something else than plain words.
    ///
    /// @param message as the control API takes it: `type` and `content` in the platform's form, `context`,
    ///     `referral`
    /// @return the platform's id of the message
    public String sends(Customer customer, Map<String, ?> message) {
        return done(control.post("/control/customers/%s/messages".formatted(customer.id()), message))
                .path("id")
                .asText();
    }

    /// The customer sends a file.
    ///
    /// @param content as the control API takes it, with `data`
    /// @return the platform's id of the file
    public String sendsFile(Customer customer, String type, Map<String, ?> content) {
        return done(control.post(
                        "/control/customers/%s/messages".formatted(customer.id()),
                        Map.of("type", type, "content", content)))
                .path("file")
                .asText();
    }

    /// Somebody of the business writes to the customer in the app on its phone.
    public void writesOnThePhone(Customer customer, String text) {
        done(control.post("/control/customers/%s/echoes".formatted(customer.id()), Map.of("text", text)));
    }

    /// The platform posts a webhook that the simulator cannot make by itself.
    ///
    /// @param change of one field, in the platform's form
    public void tells(String change) {
        done(control.post("/control/webhooks", Map.of("raw", """
                {"object":"whatsapp_business_account","entry":[{"id":"290000000000017","changes":[%s]}]}""".formatted(change))));
    }

    /// The customer sets an emoji on a message.
    public void reacts(Customer customer, String message, String emoji) {
        done(control.call("PUT", path(customer, message) + "/reaction", Json.write(Map.of("emoji", emoji))));
    }

    /// The customer changes a message of his.
    public void edits(Customer customer, String message, String text) {
        done(control.call("PATCH", path(customer, message), Json.write(Map.of("text", text))));
    }

    /// The customer deletes a message of his.
    public void deletes(Customer customer, String message) {
        done(control.call("DELETE", path(customer, message), ""));
    }

    private static String path(Customer customer, String message) {
        return "/control/customers/%s/messages/%s".formatted(customer.id(), message);
    }

    /// @return the customer of this name whom the simulator has
    public Customer customer(String name) {
        return Json.members(done(control.get("/control/customers")).path("items"))
                .map(Customer::of)
                .filter(customer -> customer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// From now on what the business sends to this customer is taken and never delivered.
    public void blocksTheBusiness(Customer customer) {
        done(control.call("PATCH", "/control/customers/" + customer.id(), Json.write(Map.of("blocks", true))));
    }

    /// @return what stands on the customer's phone
    public List<JsonNode> phone(Customer customer) {
        return Json.members(done(control.get("/control/customers/%s/messages".formatted(customer.id())))
                        .path("items"))
                .toList();
    }

    /// @return the number of the newest call, from which [#calls] can begin
    public long lastCall() {
        return lastCallAfter(0);
    }

    /// @param since a call that was there: what came before it is not looked at again
    public long lastCallAfter(long since) {
        return last("calls", since);
    }

    /// @return every Graph call after this number, in the order of their arrival
    public List<JsonNode> calls(long since) {
        return items("calls", since);
    }

    private long last(String ledger, long known) {
        var since = known;
        while (true) {
            var page = page(ledger, since);
            since = Math.max(since, page.path("sequence").asLong());
            if (!page.path("more").asBoolean()) {
                return since;
            }
        }
    }

    private List<JsonNode> items(String ledger, long since) {
        var items = new ArrayList<JsonNode>();
        var from = since;
        while (true) {
            var page = page(ledger, from);
            page.path("items").forEach(items::add);
            from = page.path("sequence").asLong();
            if (!page.path("more").asBoolean()) {
                return items;
            }
        }
    }

    private JsonNode page(String ledger, long since) {
        return done(control.get("/control/%s?since=%d&limit=1000".formatted(ledger, since)));
    }

    /// @return the number of the newest webhook that has ended, from which [#webhooks] can begin
    public long lastWebhook() {
        return last("webhooks", 0);
    }

    /// @return every webhook that ended after this number, with its attempts
    public List<JsonNode> webhooks(long since) {
        return items("webhooks", since);
    }

    /// Plays a scenario that comes with the simulator, and comes back at its end.
    ///
    /// @return how it ended
    public JsonNode plays(String scenario, int speed) {
        done(control.post("/control/scenarios/%s?speed=%d".formatted(scenario, speed)));
        return Patience.await("the scenario %s ends".formatted(scenario))
                .atMost(LONGEST_SCENARIO)
                .until(
                        () -> done(control.get("/control/scenarios")).path("playing"),
                        playing -> !playing.path("state").asText().equals("PLAYING"));
    }

    public void jump(Duration forward) {
        done(control.post("/control/clock", Map.of("jump", forward.toString())));
    }

    /// @return the platform's time, which the services follow
    public java.time.Instant now() {
        return java.time.Instant.parse(done(control.get("/clock")).path("now").asText());
    }

    /// @param trouble which faults go on or off, such as `resetAfterAcceptance`
    public void faults(Map<String, ?> trouble) {
        done(control.post("/control/faults", trouble));
    }

    /// Each number of the business takes so many messages a second from now on.
    ///
    /// @param level `STANDARD` for 80, `HIGH` for 1,000
    public void throughput(String level) {
        for (var number : done(control.get("/control/numbers")).path("items")) {
            done(control.call(
                    "PATCH",
                    "/control/numbers/" + number.path("phoneNumberId").asText(),
                    "{\"throughput\":\"%s\"}".formatted(level)));
        }
    }

    /// @return how many answers it keeps until that trouble is off
    public int heldAnswers() {
        return done(control.get("/control/faults")).path("heldAnswers").asInt();
    }

    private static JsonNode done(Answer answer) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("The simulator says %d %s".formatted(answer.status(), answer.text()));
        }
        return answer.json();
    }
}
