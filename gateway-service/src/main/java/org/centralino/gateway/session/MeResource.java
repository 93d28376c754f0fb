package org.centralino.gateway.session;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who is signed in, and what he may do.
@Path("/api/me")
public class MeResource {
    private final CurrentOperator operator;
    private final SecurityIdentity identity;
    private final JsonWebToken token;

    MeResource(CurrentOperator operator, SecurityIdentity identity, JsonWebToken token) {
        this.operator = operator;
        this.identity = identity;
        this.token = token;
    }

    /// The operator, by his access token.
    ///
    /// @param permissions what he may do, such as `conversation.reply`
    /// @param roles the roles that grant it, such as `operator`
    @Schema(name = "Me")
    public record MeView(
            UUID id,
            String name,
            @Nullable String username,
            @Nullable String email,

            @Schema(type = SchemaType.ARRAY, implementation = PermissionName.class)
            List<String> permissions,

            List<String> roles) {}

    /// How a permission is called.
    @Schema(
            name = "Permission",
            type = SchemaType.STRING,
            enumeration = {
                Permission.SEE_OWN,
                Permission.SEE_ALL,
                Permission.REPLY,
                Permission.START,
                Permission.TAKE,
                Permission.TAKE_OVER,
                Permission.ASSIGN,
                Permission.RESOLVE,
                Permission.READ_NOTES,
                Permission.WRITE_NOTES,
                Permission.SEE_CONTACTS,
                Permission.EDIT_CONTACTS,
                Permission.MERGE_CONTACTS,
                Permission.BLOCK_CONTACTS,
                Permission.TRANSFER_CONTACTS,
                Permission.SEE_NUMBERS,
                Permission.SYNC_NUMBERS,
                Permission.MANAGE_NUMBERS,
                Permission.SEE_TEMPLATES,
                Permission.MANAGE_TEMPLATES,
                Permission.SEE_RAW,
                Permission.SEE_RAW_MESSAGES,
                Permission.MANAGE_TEAM,
                Permission.REPLAY
            })
    interface PermissionName {}

    @GET
    @Authenticated
    @Operation(summary = "Who is signed in, and what he may do")
    public MeView me() {
        return new MeView(
                operator.id(),
                operator.person().name(),
                token.getClaim("preferred_username"),
                token.getClaim("email"),
                identity.getRoles().stream().sorted().toList(),
                roles());
    }

    /// Keycloak's own roles mean nothing to people.
    private List<String> roles() {
        @Nullable JsonObject realm = token.getClaim("realm_access");
        if (realm == null || !(realm.get("roles") instanceof JsonArray roles)) {
            return List.of();
        }
        return roles.getValuesAs(JsonString::getString).stream()
                .filter(role -> !role.startsWith("default-roles-")
                        && !role.equals("offline_access")
                        && !role.equals("uma_authorization"))
                .sorted()
                .toList();
    }
}
