package org.centralino.simulator.scenario.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a step can do. Each is one call of the control API, so whatever can be asked for there can be told
/// in a scenario, and is refused in the same words.
public enum Act {
    /// A customer writes, in any kind.
    WRITES("writes", "customer") {
        @Override
        public Request request(Map<String, Object> said) {
            return said.get("group") == null
                    ? new Request("POST", customer(said) + "/messages", without(said, "customer"))
                    : new Request("POST", chat(said) + "/messages", inGroup(said));
        }
    },
    /// The business makes a group of customers.
    GATHERS("gathers", "subject", "members") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("POST", "/control/groups", said);
        }
    },
    /// A group gets another subject.
    RENAMES("renames", "group", "subject") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("PATCH", group(said), without(said, "group"));
        }
    },
    /// A customer comes into a group.
    JOINS("joins", "customer", "group") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("POST", group(said) + "/members", without(said, "group"));
        }
    },
    /// A customer leaves a group.
    LEAVES("leaves", "customer", "group") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("DELETE", "%s/members/%s".formatted(group(said), encoded(said.get("customer"))), null);
        }
    },
    /// A customer sets an emoji on a message, or takes it away when none is named.
    REACTS("reacts", "customer", "message") {
        @Override
        public Request request(Map<String, Object> said) {
            var emoji = said.get("emoji");
            var path = message(said) + "/reaction"
                    + (said.get("group") == null ? "" : "?by=" + encoded(said.get("customer")));
            return emoji == null ? new Request("DELETE", path, null) : new Request("PUT", path, Map.of("emoji", emoji));
        }
    },
    /// A customer changes the words of a message.
    EDITS("edits", "customer", "message", "text") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("PATCH", message(said), Map.of("text", said.get("text")));
        }
    },
    /// A customer deletes a message for everyone.
    DELETES("deletes", "customer", "message") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("DELETE", message(said), null);
        }
    },
    /// A customer becomes known in another way: number, id, username.
    BECOMES("becomes", "customer") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("POST", customer(said) + "/identity", without(said, "customer"));
        }
    },
    /// The platform tells of such a change, early or late.
    ANNOUNCES("announces", "customer") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("POST", customer(said) + "/announcements", without(said, "customer"));
        }
    },
    /// A customer begins or stops to read, or to block the business.
    HABITS("habits", "customer") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("PATCH", customer(said), without(said, "customer"));
        }
    },
    /// A customer looks at the chat.
    READS("reads", "customer") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("POST", customer(said) + "/read", null);
        }
    },
    /// A customer calls.
    RINGS("rings", "customer") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("POST", customer(said) + "/calls", without(said, "customer"));
        }
    },
    /// The phone hands over what was written before.
    PAST("past") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("POST", "/control/past/history", said);
        }
    },
    /// Many customers write.
    CROWD("crowd") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("POST", "/control/customers/crowd", said);
        }
    },
    /// The platform's clock jumps.
    CLOCK("clock", "jump") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("POST", "/control/clock", said);
        }
    },
    /// Trouble is switched on or off.
    FAULTS("faults") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("POST", "/control/faults", said);
        }
    },
    /// Whole changes as the platform writes them, of any field, together in one POST.
    WEBHOOK("webhook", "changes") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("POST", "/control/webhooks/changes", said);
        }
    },
    /// Messages and statuses in a chosen order and grouping, or exactly these bytes.
    DELIVERS("delivers") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request("POST", "/control/webhooks", said);
        }
    },
    /// Any other call of the control API.
    CALLS("calls", "path") {
        @Override
        public Request request(Map<String, Object> said) {
            return new Request(
                    String.valueOf(said.getOrDefault("method", "POST")),
                    String.valueOf(said.get("path")),
                    said.get("body"));
        }
    };

    private final String word;
    private final List<String> needed;

    Act(String word, String... needed) {
        this.word = word;
        this.needed = List.of(needed);
    }

    /// A call of the control API.
    ///
    /// @param body null when there is none
    public record Request(
            String method, String path, @Nullable Object body) {}

    /// @param said with its blanks filled in
    /// @return the call that it is
    public abstract Request request(Map<String, Object> said);

    /// @return its word in a file
    public String word() {
        return word;
    }

    /// @return the act with this word in a file
    public static Optional<Act> withWord(String word) {
        return Arrays.stream(values()).filter(act -> act.word.equals(word)).findFirst();
    }

    /// @return the words of all acts, for who wrote another
    public static String words() {
        return Arrays.stream(values()).map(Act::word).collect(Collectors.joining(", "));
    }

    /// @return what is wrong with what is said, if anything is
    public Optional<String> objection(Map<String, Object> said) {
        var missing = needed.stream().filter(field -> said.get(field) == null).toList();
        if (!missing.isEmpty()) {
            return Optional.of("%s needs %s".formatted(word, String.join(" and ", missing)));
        }
        var path = String.valueOf(said.get("path"));
        return this == CALLS && (!path.startsWith("/control/") || path.startsWith("/control/scenarios"))
                ? Optional.of("calls go to /control/… , and a scenario plays no other")
                : Optional.empty();
    }

    private static String customer(Map<String, Object> said) {
        return "/control/customers/" + encoded(said.get("customer"));
    }

    private static String message(Map<String, Object> said) {
        return "%s/messages/%s".formatted(chat(said), encoded(said.get("message")));
    }

    /// @return the chat in which it happens: that of a group when one is named
    private static String chat(Map<String, Object> said) {
        return said.get("group") == null ? customer(said) : "/control/customers/" + encoded(said.get("group"));
    }

    private static String group(Map<String, Object> said) {
        return "/control/groups/" + encoded(said.get("group"));
    }

    private static Map<String, Object> inGroup(Map<String, Object> said) {
        var body = new LinkedHashMap<>(said);
        body.put("from", Objects.requireNonNull(body.remove("customer"), "it is needed"));
        body.remove("group");
        return body;
    }

    private static String encoded(@Nullable Object name) {
        return URLEncoder.encode(String.valueOf(name), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, Object> without(Map<String, Object> said, String field) {
        var rest = new LinkedHashMap<>(said);
        rest.remove(field);
        return rest;
    }
}
