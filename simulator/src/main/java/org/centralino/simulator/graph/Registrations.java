package org.centralino.simulator.graph;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.BusinessPhone;
import org.centralino.simulator.platform.domain.Fact;

/// Numbers are registered with the PIN of their two-step verification, and deregistered (fact sheet, section 11.2).
@Singleton
class Registrations {
    private static final Pattern PIN = Pattern.compile("[0-9]{6}");
    /// After so many wrong ones the platform takes none for a while: here, until another one is set.
    private static final int MOST_WRONG_PINS = 3;

    private final Platform platform;

    Registrations(Platform platform) {
        this.platform = platform;
    }

    /// A number without a PIN gets the one that is given.
    Response register(String phoneNumberId, Map<String, Object> asked) {
        if (!"whatsapp".equals(asked.get("messaging_product"))) {
            return GraphAnswer.of(GraphError.missing("messaging_product"));
        }
        return withPin(phoneNumberId, asked, (change, pin) -> {
            var number = number(change, phoneNumberId);
            if (!number.mayRegister(change.now())) {
                return GraphAnswer.of(GraphError.tooManyRegistrations());
            }
            if (number.wrongPins() >= MOST_WRONG_PINS) {
                return GraphAnswer.of(GraphError.tooManyPins());
            }
            if (number.pin() != null && !number.pin().equals(pin)) {
                change.add(new Fact.NumberSaved(number.afterWrongPin()));
                return GraphAnswer.of(GraphError.wrongPin());
            }
            change.add(new Fact.NumberSaved(number.registered(true, pin, change.now())));
            return GraphAnswer.success();
        });
    }

    Response deregister(String phoneNumberId) {
        return platform.change(change -> {
            var number = number(change, phoneNumberId);
            if (!number.registered()) {
                return GraphAnswer.of(GraphError.notRegistered());
            }
            if (!number.mayRegister(change.now())) {
                return GraphAnswer.of(GraphError.tooManyRegistrations());
            }
            change.add(new Fact.NumberSaved(number.registered(false, number.pin(), change.now())));
            return GraphAnswer.success();
        });
    }

    Response setPin(String phoneNumberId, Map<String, Object> asked) {
        return withPin(phoneNumberId, asked, (change, pin) -> {
            change.add(new Fact.NumberSaved(number(change, phoneNumberId).withPin(pin)));
            return GraphAnswer.success();
        });
    }

    private Response withPin(
            String phoneNumberId, Map<String, Object> asked, BiFunction<Platform.Change, String, Response> work) {
        var pin = asked.get("pin");
        if (pin == null) {
            return GraphAnswer.of(GraphError.missing("pin"));
        }
        var digits = Objects.toString(pin);
        return PIN.matcher(digits).matches()
                ? platform.change(change -> work.apply(change, digits))
                : GraphAnswer.of(GraphError.invalid("Param pin must be 6 characters long."));
    }

    private static BusinessPhone number(Platform.Change change, String phoneNumberId) {
        return change.state().number(phoneNumberId).orElseThrow();
    }
}
