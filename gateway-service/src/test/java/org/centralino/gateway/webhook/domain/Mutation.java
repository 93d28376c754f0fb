package org.centralino.gateway.webhook.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Does to valid JSON what a platform under change may do: something is missing, null, of another type, new,
/// deep, huge, in another order.
public final class Mutation {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEP = 1_500;
    private static final int HUGE = 1_200_000;

    private final Random random;

    public Mutation(Random random) {
        this.random = random;
    }

    /// Changes one place somewhere inside.
    public void in(JsonNode root) {
        var places = new ArrayList<JsonNode>();
        collect(root, places);
        var place = places.get(random.nextInt(places.size()));
        switch (place) {
            case ObjectNode object when !object.isEmpty() -> in(object);
            case ArrayNode array -> in(array);
            case ObjectNode empty -> empty.set("extra", something());
            default -> throw new IllegalStateException("Only objects and lists are collected");
        }
    }

    private void in(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        var name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(7)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2, 3 -> object.set(name, something());
            case 4 -> object.set("extra" + random.nextInt(3), something());
            case 5 -> {
                Collections.shuffle(names, random);
                var reordered = NODES.objectNode();
                names.forEach(each -> reordered.set(each, object.get(each)));
                object.removeAll();
                object.setAll(reordered);
            }
            default -> object.set(name, NODES.arrayNode().add(object.get(name)));
        }
    }

    private void in(ArrayNode array) {
        switch (random.nextInt(4)) {
            case 0 -> array.insert(0, something());
            case 1 -> array.add(something());
            case 2 -> {
                var members = new ArrayList<JsonNode>();
                array.forEach(members::add);
                Collections.shuffle(members, random);
                array.removeAll();
                array.addAll(members);
            }
            default -> array.addNull();
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(member -> collect(member, places));
        }
    }

    private JsonNode something() {
        return switch (random.nextInt(400)) {
            case 0 -> NODES.textNode("à".repeat(HUGE));
            case 1, 2, 3, 4 -> deep();
            default -> PLAIN.get(random.nextInt(PLAIN.size())).deepCopy();
        };
    }

    private static JsonNode deep() {
        JsonNode node = NODES.textNode("ground");
        for (var level = 0; level < DEEP; level++) {
            node = level % 2 == 0
                    ? NODES.arrayNode().add(node)
                    : NODES.objectNode().set("a", node);
        }
        return node;
    }

    private static final List<JsonNode> PLAIN = List.of(
            NODES.nullNode(),
            NODES.textNode(""),
            NODES.textNode("\u0000"),
            NODES.textNode("mezza \ud83d"),
            NODES.textNode("99999999999999999999999"),
            NODES.textNode("-1"),
            NODES.textNode("messages"),
            NODES.textNode("\u202E\n\r\t"),
            NODES.numberNode(-1),
            NODES.numberNode(1e308),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.numberNode(new java.math.BigDecimal("1e4000")),
            NODES.booleanNode(true),
            NODES.arrayNode(),
            NODES.arrayNode().add(NODES.arrayNode().addNull()),
            NODES.objectNode(),
            NODES.objectNode().put("id", 17).putNull("type"));
}
