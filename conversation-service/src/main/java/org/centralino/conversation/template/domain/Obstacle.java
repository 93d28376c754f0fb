package org.centralino.conversation.template.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.centralino.conversation.contact.domain.Advertising;
import org.centralino.events.Template;
import org.centralino.events.Template.Approval;
import org.centralino.events.Template.Button;
import org.centralino.events.Template.ButtonKind;
import org.centralino.events.Template.CarouselCard;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.HeaderFormat;

/// Why a template cannot be sent to a customer.
public enum Obstacle {
    /// It belongs to another business account than the number.
    ANOTHER_NUMBER,
    /// WhatsApp has paused it, because customers did not like it.
    PAUSED,
    /// WhatsApp has rejected it.
    REJECTED,
    /// WhatsApp has not approved it, or does not any more.
    NOT_APPROVED,
    /// Something of it is not known here.
    UNKNOWN_PART,
    /// The customer said that no advertising is wanted.
    MARKETING_NOT_WANTED,
    /// Nobody recorded that the customer agreed to advertising.
    CONSENT_MISSING;

    private static final Set<HeaderFormat> OF_CARDS = Set.of(HeaderFormat.IMAGE, HeaderFormat.VIDEO);

    /// @param phoneNumberId of the number that would send it
    /// @param advertising whether it may be sent to the customer
    /// @return the first reason that there is
    public static Optional<Obstacle> of(Template template, String phoneNumberId, Advertising advertising) {
        if (!template.phoneNumberIds().contains(phoneNumberId)) {
            return Optional.of(ANOTHER_NUMBER);
        }
        if (template.status() != Approval.APPROVED) {
            return Optional.of(ofStatus(template.status()));
        }
        if (template.unknownParts() != null
                || template.header() != null && template.header().format() == HeaderFormat.OTHER
                || !areKnown(template.buttons())
                || !opensOneThing(template.buttons())
                || isProductAbove(template) != opensProductAbove(template)
                || !areKnownCards(template)) {
            return Optional.of(UNKNOWN_PART);
        }
        return template.category() == Category.MARKETING ? ofAdvertising(advertising) : Optional.empty();
    }

    private static Optional<Obstacle> ofAdvertising(Advertising advertising) {
        return switch (advertising) {
            case ALLOWED -> Optional.empty();
            case NOT_AGREED -> Optional.of(CONSENT_MISSING);
            case NOT_WANTED -> Optional.of(MARKETING_NOT_WANTED);
        };
    }

    private static Obstacle ofStatus(Approval status) {
        return switch (status) {
            case PAUSED -> PAUSED;
            case REJECTED -> REJECTED;
            case APPROVED, PENDING, DISABLED, IN_APPEAL, PENDING_DELETION, ARCHIVED, OTHER -> NOT_APPROVED;
        };
    }

    /// What is chosen is of one button: two would not know whose it is. The platform makes no such template.
    private static boolean opensOneThing(List<Button> buttons) {
        return buttons.stream()
                        .map(Button::kind)
                        .filter(ButtonKind::isOfCatalogue)
                        .count()
                <= 1;
    }

    private static boolean isProductAbove(Template template) {
        return template.header() != null && template.header().format() == HeaderFormat.PRODUCT;
    }

    private static boolean opensProductAbove(Template template) {
        return template.buttons().stream().anyMatch(button -> button.kind() == ButtonKind.SPM);
    }

    /// Nothing of what a card of a product has is filled in but the product.
    private static boolean areKnownCards(Template template) {
        return Opened.areProducts(template)
                ? template.cards().stream()
                        .flatMap(card -> card.buttons().stream())
                        .allMatch(button -> button.kind() == ButtonKind.SPM)
                : template.cards().stream().allMatch(Obstacle::isKnown);
    }

    private static boolean isKnown(CarouselCard card) {
        return card.header() != null
                && OF_CARDS.contains(card.header().format())
                && areKnown(card.buttons())
                && card.buttons().stream().map(Button::kind).noneMatch(ButtonKind::isOfCatalogue);
    }

    private static boolean areKnown(List<Button> buttons) {
        return buttons.stream().allMatch(button -> isKnown(button.kind()));
    }

    private static boolean isKnown(ButtonKind kind) {
        return switch (kind) {
            case QUICK_REPLY,
                    URL,
                    PHONE_NUMBER,
                    COPY_CODE,
                    ONE_TIME_CODE,
                    FLOW,
                    CATALOG,
                    MPM,
                    SPM,
                    VOICE_CALL,
                    REQUEST_CONTACT_INFO,
                    CALL_PERMISSION_REQUEST,
                    APP -> true;
            case OTHER -> false;
        };
    }
}
