package org.centralino.simulator.graph;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.media.MediaFiles;
import org.centralino.simulator.media.domain.MediaLimit;
import org.centralino.simulator.platform.Platform;
import org.centralino.simulator.platform.domain.Fault;
import org.centralino.simulator.platform.domain.Scope;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Files that the business brings, to be named in messages.
@Path("/")
class UploadResource {
    private static final int OK = 200;

    private final Platform platform;
    private final Admission admission;
    private final MediaFiles files;
    private final Answers answers;

    UploadResource(Platform platform, Admission admission, MediaFiles files, Answers answers) {
        this.platform = platform;
        this.admission = admission;
        this.files = files;
        this.answers = answers;
    }

    @POST
    @Path("{version: v[0-9.]+}/{phoneNumberId}/media")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    public Uni<Response> upload(
            @RestPath String version,
            @RestPath String phoneNumberId,
            @RestForm @Nullable FileUpload file,
            @RestForm @Nullable String type,
            @RestForm("messaging_product") @Nullable String product,
            @RestQuery("type") @Nullable String typeInAddress,
            @RestQuery("messaging_product") @Nullable String productInAddress,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        var error = admission.errorAtNumber("post", phoneNumberId, authorization, Scope.MESSAGING);
        if (error.isPresent()) {
            return refused(error.get());
        }
        if (isOn(Fault.TOKEN_EXPIRED)) {
            return refused(GraphError.expiredToken());
        }
        // What is said beside a file may stand in the address, as everywhere in the Graph API.
        if (!"whatsapp".equals(product == null ? productInAddress : product)) {
            return refused(GraphError.missing("messaging_product"));
        }
        if (file == null) {
            return refused(GraphError.missing("file"));
        }
        // The file's own part may say its type instead, as in the platform's examples.
        var mimeType = MediaLimit.plain(Stream.of(type, typeInAddress, file.contentType())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow());
        return objection(mimeType, file.size()).map(UploadResource::refused).orElseGet(() -> keep(file, mimeType));
    }

    private static Optional<GraphError> objection(String mimeType, long size) {
        if (size == 0 || !MediaLimit.isKnown(mimeType)) {
            return Optional.of(GraphError.invalid("Param file must be a file with one of the following types: %s."
                    .formatted(String.join(", ", MediaLimit.allTypes()))));
        }
        var most = MediaLimit.of(mimeType).mostBytes();
        return size > most
                ? Optional.of(GraphError.unusableFile(
                        "A file of the type %s has at most %d bytes.".formatted(mimeType, most)))
                : Optional.empty();
    }

    private Uni<Response> keep(FileUpload file, String mimeType) {
        try {
            var kept = files.upload(file.uploadedFile(), mimeType, platform.now());
            var answer = GraphAnswer.of(OK, Map.of("id", kept.id()));
            return isOn(Fault.HOLD_ANSWERS)
                    ? answers.pass(Fault.HOLD_ANSWERS).replaceWith(answer)
                    : Uni.createFrom().item(answer);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean isOn(Fault fault) {
        return platform.read(state -> state.faults().contains(fault));
    }

    private static Uni<Response> refused(GraphError error) {
        return Uni.createFrom().item(GraphAnswer.of(error));
    }
}
