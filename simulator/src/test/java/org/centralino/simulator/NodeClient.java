package org.centralino.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.centralino.simulator.Inbox.Received;
import org.centralino.simulator.journal.PlainJson;

/// Speaks through the client of `src/test/node`, which Node.js runs: each time once, with all that is to be done.
final class NodeClient {
    private static final Path FOLDER = Path.of("src/test/node");

    private NodeClient() {}

    /// Puts its packages there, as its lockfile names them; those that are there already stay.
    static void install() {
        // npm writes the second when it has installed what the first one asks for.
        var wanted = FOLDER.resolve("package-lock.json");
        var installed = FOLDER.resolve("node_modules/.package-lock.json");
        if (changed(installed) < changed(wanted)) {
            run("", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        }
    }

    /// Calls the platform.
    ///
    /// @param calls JSON, of `{"call", "with"}`
    /// @return for each what was answered, or the client's own exception
    static JsonNode calls(URI base, String token, String calls) {
        var wanted = object();
        wanted.put("base", base.toString().replaceAll("/$", ""));
        wanted.put("token", token);
        wanted.put("number", Caller.NUMBER);
        wanted.set("calls", json(calls));
        return json(run(wanted.toString(), "node", "client.mjs"));
    }

    /// Checks and reads webhooks.
    ///
    /// @return for each whether its signature is right, and how the client has it
    static JsonNode reads(List<Received> webhooks) {
        var wanted = object();
        wanted.put("secret", Inbox.APP_SECRET);
        var given = wanted.putArray("webhooks");
        for (var webhook : webhooks) {
            given.addObject().put("signature", webhook.signature()).put("body", webhook.text());
        }
        return json(run(wanted.toString(), "node", "client.mjs"));
    }

    private static String run(String input, String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as("%s (it needs Node.js 20.19 or newer with npm): %s", String.join(" ", command), output)
                    .isZero();
            return output;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static long changed(Path file) {
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ObjectNode object() {
        return PlainJson.MAPPER.createObjectNode();
    }

    private static JsonNode json(String text) {
        try {
            return PlainJson.MAPPER.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
