package org.centralino.conversation.attachment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.centralino.kit.operator.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// What can be sent at all, for pages that tell before they bring a file.
@Path("/api/attachments/limits")
public class LimitResource {

    @GET
    @RolesAllowed(Permission.REPLY)
    @Operation(summary = "What kinds of files WhatsApp takes, and how large they may be")
    public AttachmentLimits limits() {
        return AttachmentLimits.ALL;
    }
}
