package org.centralino.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.centralino.events.ConversationState.Status;
import org.centralino.kit.problem.Problem;

/// Reads a filter from JSON. What is wrong is said together with its place, such as `filter.and[1].status`.
public final class FilterReader {
    private static final Pattern PHONE_NUMBER_ID = Pattern.compile("[0-9]{1,32}");

    private FilterReader() {}

    /// @throws org.centralino.kit.problem.ProblemException 400 when it is none
    public static Filter read(JsonNode json) {
        return read(json, "filter");
    }

    /// @param place where it stands, for the words of a refusal
    /// @throws org.centralino.kit.problem.ProblemException 400 when it cannot be the id of a number
    public static Filter onNumber(String phoneNumberId, String place) {
        if (!PHONE_NUMBER_ID.matcher(phoneNumberId).matches()) {
            throw invalid(place, "must be the id of a number, in digits");
        }
        return new Filter.IsOnNumber(phoneNumberId);
    }

    private static Filter read(JsonNode json, String place) {
        if (!json.isObject() || json.size() != 1) {
            throw invalid(place, "must be an object with one member");
        }
        var word = json.fieldNames().next();
        var value = json.get(word);
        var there = place + "." + word;
        return switch (word) {
            case "status" -> new Filter.HasStatus(status(text(value, there), there));
            case "assignee" -> assignee(text(value, there), there);
            case "phoneNumberId" -> onNumber(text(value, there), there);
            case "failed" -> failed(value, there);
            case "and" -> new Filter.And(several(value, there));
            case "or" -> new Filter.Or(several(value, there));
            case "not" -> new Filter.Not(read(value, there));
            default ->
                throw invalid(there, "is not known; known are status, assignee, phoneNumberId, failed, and, or, not");
        };
    }

    private static List<Filter> several(JsonNode list, String place) {
        if (!list.isArray() || list.isEmpty()) {
            throw invalid(place, "must be a list of at least one filter");
        }
        var filters = new ArrayList<Filter>();
        for (var each : list) {
            filters.add(read(each, "%s[%d]".formatted(place, filters.size())));
        }
        return List.copyOf(filters);
    }

    private static Status status(String text, String place) {
        return switch (text) {
            case "open" -> Status.OPEN;
            case "resolved" -> Status.RESOLVED;
            default -> throw invalid(place, "must be open or resolved");
        };
    }

    private static Filter assignee(String text, String place) {
        return switch (text) {
            case "me" -> new Filter.IsMine();
            case "nobody" -> new Filter.IsNobodys();
            default -> new Filter.IsHeldBy(operator(text, place));
        };
    }

    private static Filter failed(JsonNode json, String place) {
        if (!json.isBoolean() || !json.booleanValue()) {
            throw invalid(place, "must be true");
        }
        return new Filter.HasFailed();
    }

    private static UUID operator(String text, String place) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw invalid(place, "must be me, nobody, or the id of an operator");
        }
    }

    private static String text(JsonNode json, String place) {
        if (!json.isTextual()) {
            throw invalid(place, "must be a text");
        }
        return json.textValue();
    }

    static RuntimeException invalid(String place, String what) {
        return Problem.invalid("%s %s.".formatted(place, what)).asException();
    }
}
