package org.centralino.conversation.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.centralino.conversation.contact.domain.Advertising;
import org.centralino.conversation.template.domain.Obstacle;
import org.centralino.conversation.template.domain.Proposal;
import org.centralino.conversation.template.domain.Proposal.Known;
import org.centralino.conversation.template.domain.Suggestion;
import org.centralino.events.Template;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An approved template of the conversation's number.
///
/// @param id the platform's
/// @param language the platform's code
/// @param category what it is for, which decides what it costs
/// @param header what stands above the text
/// @param offer that does not last, between what stands above and the text; null when it has none
/// @param body with the places to fill in as `{{name}}` or `{{1}}`
/// @param footer the small line below
/// @param cards of a carousel, each with a picture, a video or a product; empty when it is none
/// @param parameters all that is to be filled in, in the platform's order
/// @param suggested whether it is probably meant
/// @param reason why it is suggested; null when it is not
/// @param obstacle why it cannot be sent to this customer; null when it can
public record TemplateOffer(
        String id,
        String name,
        String language,
        Template.Category category,
        Template.@Nullable Header header,
        Template.@Nullable Offer offer,
        String body,
        @Nullable String footer,
        List<Template.Button> buttons,
        List<Template.CarouselCard> cards,
        List<Place> parameters,
        boolean suggested,
        @Nullable Why reason,
        @Nullable WhyNot obstacle) {

    /// Something to fill in.
    ///
    /// @param place in which part it stands
    /// @param card of a carousel, counted from 0; null outside of cards
    /// @param button in whose address or code it stands, counted from 0; null elsewhere
    /// @param name as it stands between the braces
    /// @param kind what is to be filled in
    /// @param example what its author gave as an example
    /// @param proposal what might be meant; null when nobody can know
    @Schema(name = "OfferedParameter")
    public record Place(
            Template.Place place,
            @Nullable Integer card,
            @Nullable Integer button,
            String name,
            Template.ParameterKind kind,
            @Nullable String example,
            @Nullable Proposed proposal) {}

    /// What might be meant.
    ///
    /// @param source where it comes from
    @Schema(name = "ProposedValue")
    public record Proposed(String value, Source source) {}

    /// Where a proposed value comes from.
    @Schema(name = "ProposalSource")
    public enum Source {
        @JsonProperty("customer")
        CUSTOMER,
        @JsonProperty("operator")
        OPERATOR,
        @JsonProperty("attribute")
        ATTRIBUTE,
        @JsonProperty("message")
        MESSAGE;

        static Source of(Proposal.Source source) {
            return switch (source) {
                case CUSTOMER -> CUSTOMER;
                case OPERATOR -> OPERATOR;
                case ATTRIBUTE -> ATTRIBUTE;
                case MESSAGE -> MESSAGE;
            };
        }
    }

    /// Why a template is suggested.
    @Schema(name = "TemplateSuggestion")
    public enum Why {
        @JsonProperty("used-here")
        USED_HERE,
        @JsonProperty("often")
        OFTEN,
        @JsonProperty("language")
        LANGUAGE;

        static Why of(Suggestion.Reason reason) {
            return switch (reason) {
                case USED_HERE -> USED_HERE;
                case OFTEN -> OFTEN;
                case LANGUAGE -> LANGUAGE;
            };
        }
    }

    /// Why a template cannot be sent to this customer.
    @Schema(name = "TemplateObstacle")
    public enum WhyNot {
        @JsonProperty("unknown-part")
        UNKNOWN_PART,
        @JsonProperty("marketing-not-wanted")
        MARKETING_NOT_WANTED,
        @JsonProperty("consent-missing")
        CONSENT_MISSING,
        @JsonProperty("not-approved")
        NOT_APPROVED;

        static WhyNot of(Obstacle obstacle) {
            return switch (obstacle) {
                case UNKNOWN_PART -> UNKNOWN_PART;
                case MARKETING_NOT_WANTED -> MARKETING_NOT_WANTED;
                case CONSENT_MISSING -> CONSENT_MISSING;
                case ANOTHER_NUMBER, PAUSED, REJECTED, NOT_APPROVED -> NOT_APPROVED;
            };
        }
    }

    static TemplateOffer of(
            Template template,
            String phoneNumberId,
            Advertising advertising,
            Suggestion.@Nullable Reason reason,
            Known known) {
        return new TemplateOffer(
                template.id(),
                template.name(),
                template.language(),
                template.category(),
                template.header(),
                template.offer(),
                template.body(),
                template.footer(),
                template.buttons(),
                template.cards(),
                template.parameters().stream()
                        .map(parameter -> new Place(
                                parameter.place(),
                                parameter.card(),
                                parameter.button(),
                                parameter.name(),
                                parameter.kind(),
                                parameter.example(),
                                Proposal.of(template, parameter, known)
                                        .map(it -> new Proposed(it.value(), Source.of(it.source())))
                                        .orElse(null)))
                        .toList(),
                reason != null,
                reason == null ? null : Why.of(reason),
                Obstacle.of(template, phoneNumberId, advertising)
                        .map(WhyNot::of)
                        .orElse(null));
    }
}
