package org.centralino.simulator.media;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.platform.AccessToken;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Scope;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The downloads of the second host (`lookaside.fbsbx.com`), which
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

    @GET
    @Path("media-downloads/{id}")
    public Response download(
            @RestPath String id,
            @RestQuery @Nullable Long until,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @RestHeader(HttpHeaders.USER_AGENT) @Nullable String caller) {
        var carried = token.of(authorization);
        if (carried.isEmpty()) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        if (!carried.get().permits(Scope.MESSAGING)) {
            return Response.status(Response.Status.FORBIDDEN).build();
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
}
