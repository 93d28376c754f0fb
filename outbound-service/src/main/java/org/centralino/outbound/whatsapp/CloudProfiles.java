package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Optional;
import org.centralino.outbound.channel.domain.BusinessProfile;
import org.centralino.outbound.token.AccessTokens;
import org.jspecify.annotations.Nullable;

/// The business profile of a number (fact sheet, section 11.3). A call waits for its answer, so it is for a thread that
/// may wait.
@ApplicationScoped
public class CloudProfiles {
    private static final String PATH = "whatsapp_business_profile";
    private static final String FIELDS =
            "/" + PATH + "?fields=about,address,description,email,websites,vertical,profile_picture_url";

    private final Graph graph;
    private final AccessTokens tokens;
    private final ObjectMapper json;

    CloudProfiles(Graph graph, AccessTokens tokens, ObjectMapper json) {
        this.graph = graph;
        this.tokens = tokens;
        this.json = json;
    }

    /// @return what customers see of the business; it never fails
    public PlatformAnswer<BusinessProfile> of(String phoneNumberId) {
        return PlatformAnswer.of(
                graph.get(phoneNumberId, FIELDS, tokens.of(phoneNumberId)),
                answer -> answer.path("data").isArray()
                        ? Optional.of(read(answer.path("data").path(0)))
                        : Optional.empty());
    }

    /// @param profile what is null in it stays as it is
    public PlatformAnswer<Boolean> change(String phoneNumberId, BusinessProfile profile) {
        var body = json.createObjectNode().put("messaging_product", "whatsapp");
        put(body, "about", profile.about());
        put(body, "address", profile.address());
        put(body, "description", profile.description());
        put(body, "email", profile.email());
        put(body, "vertical", profile.vertical());
        if (profile.websites() != null) {
            var websites = body.putArray("websites");
            profile.websites().forEach(websites::add);
        }
        return PlatformAnswer.success(graph.call("POST", phoneNumberId, PATH, body));
    }

    /// @param handle of a picture that was brought
    public PlatformAnswer<Boolean> picture(String phoneNumberId, String handle) {
        var body = json.createObjectNode().put("messaging_product", "whatsapp").put("profile_picture_handle", handle);
        return PlatformAnswer.success(graph.call("POST", phoneNumberId, PATH, body));
    }

    private static void put(ObjectNode body, String field, @Nullable String value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    private static BusinessProfile read(JsonNode profile) {
        var websites = new ArrayList<String>();
        profile.path("websites").forEach(website -> websites.add(website.asText()));
        return new BusinessProfile(
                profile.path("about").asText(""),
                profile.path("address").asText(""),
                profile.path("description").asText(""),
                profile.path("email").asText(""),
                websites,
                profile.path("vertical").asText("OTHER"),
                profile.path("profile_picture_url").asText(""));
    }
}
