package org.centralino.gateway.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.centralino.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/// What each problem type means, for who follows its address.
@Path("/problems/{key}")
public class ProblemResource {
    private final Properties texts = read();

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
    @Operation(summary = "What a problem type means")
    public String problem(@RestPath String key) {
        return Optional.ofNullable(texts.getProperty(key))
                .map(text -> key + "\n\n" + text + "\n")
                .orElseThrow(() -> Problem.notFound("This problem type").asException());
    }

    private static Properties read() {
        try (var file = ProblemResource.class.getResourceAsStream("/problems.properties")) {
            var texts = new Properties();
            texts.load(new InputStreamReader(
                    Objects.requireNonNull(file, "the texts are part of this service"), StandardCharsets.UTF_8));
            return texts;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
