package org.centralino.simulator.media;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.platform.AccessToken;
import org.centralino.simulator.platform.Platform;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Uploads by the Graph API, and the downloads of the second host (`lookaside.fbsbx.com`), which
/// asks for the token and for a name of the caller.
@Path("/")
class MediaResource {
    private static final int REDIRECT = 302;
    private static final int UNAVAILABLE = 503;

    private final Platform platform;
    private final WhatsAppAccount account;
    private final AccessToken token;
    private final MediaFiles files;

    MediaResource(Platform platform, WhatsAppAccount account, AccessToken token, MediaFiles files) {
        this.platform = platform;
        this.account = account;
        this.token = token;
        this.files = files;
    }

    @POST
    @Path("{version: v[0-9.]+}/{phoneNumberId}/media")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestForm @Nullable FileUpload file,
            @RestForm @Nullable String type,
            @RestForm("messaging_product") @Nullable String product,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        if (!isOurToken(authorization)) {
            return refused(Response.Status.UNAUTHORIZED, 190);
        }
        if (account.number(phoneNumberId).isEmpty() || file == null || !"whatsapp".equals(product)) {
            return refused(Response.Status.BAD_REQUEST, 100);
        }
        try {
            // The file's own part may say its type instead, as in the platform's examples.
            var mimeType = type == null ? file.contentType() : type;
            var kept = files.upload(Files.readAllBytes(file.uploadedFile()), mimeType, platform.now());
            return Response.ok(Map.of("id", kept.id()), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @GET
    @Path("media-downloads/{id}")
    public Response download(
            @RestPath String id,
            @RestQuery @Nullable Long until,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @RestHeader(HttpHeaders.USER_AGENT) @Nullable String caller) {
        if (!isOurToken(authorization)) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        if (caller == null || caller.isBlank()) {
            return Response.status(Response.Status.FORBIDDEN).build();
        }
        var now = platform.now();
        var file = files.file(id, now);
        if (file.isEmpty() || until == null || until < now.toEpochMilli()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        var trouble = file.get().trouble();
        if (files.downloadsBefore(id) < trouble.unavailable()) {
            return Response.status(UNAVAILABLE).build();
        }
        return trouble.redirect() == null
                ? Response.ok(files.bytes(id).toFile(), file.get().mimeType()).build()
                : Response.status(REDIRECT)
                        .location(URI.create(trouble.redirect()))
                        .build();
    }

    private boolean isOurToken(@Nullable String authorization) {
        return token.isGood(authorization);
    }

    private static Response refused(Response.Status status, int code) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of(
                        "error", Map.of("code", code, "type", "OAuthException", "message", "(#%d)".formatted(code))))
                .build();
    }
}
