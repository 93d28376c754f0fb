package org.centralino.simulator.media;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;

/// The files on a customer's phone, for the page that is the phone.
@Path("/control/files/{id}")
class SentFileResource {
    private final Platform platform;
    private final MediaFiles files;

    SentFileResource(Platform platform, MediaFiles files) {
        this.platform = platform;
        this.files = files;
    }

    @GET
    public Response file(@RestPath String id) {
        var file = files.file(id, platform.now())
                .orElseThrow(() -> Problem.notFound("The platform has no file of this id any more."));
        var seen = file.mimeType().matches("(image|audio|video)/(?!svg).*");
        return Response.ok(files.bytes(id).toFile(), seen ? file.mimeType() : "application/octet-stream")
                .header("Content-Disposition", seen ? "inline" : "attachment")
                .build();
    }
}
