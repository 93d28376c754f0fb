package org.centralino.conversation.template.domain;

import java.util.Optional;
import org.centralino.conversation.contact.domain.Advertising;
import org.centralino.events.Template;
import org.centralino.events.Template.Approval;
import org.centralino.events.Template.ButtonKind;
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
    /// It has several cards, and each of them a picture.
    CAROUSEL,
    /// A place stands above its text.
    NEEDS_PLACE,
    /// Something of it is not known here.
    UNKNOWN_PART,
    /// The customer said that no advertising is wanted.
    MARKETING_NOT_WANTED,
    /// Nobody recorded that the customer agreed to advertising.
    CONSENT_MISSING;

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
        if (!template.cards().isEmpty()) {
            return Optional.of(CAROUSEL);
        }
        var header = template.header() == null
                ? Optional.<Obstacle>empty()
                : ofHeader(template.header().format());
        if (header.isPresent()) {
            return header;
        }
        if (template.buttons().stream().anyMatch(button -> !isKnown(button.kind()))) {
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

    private static Optional<Obstacle> ofHeader(HeaderFormat format) {
        return switch (format) {
            case TEXT, IMAGE, VIDEO, DOCUMENT -> Optional.empty();
            case LOCATION -> Optional.of(NEEDS_PLACE);
            case OTHER -> Optional.of(UNKNOWN_PART);
        };
    }

    private static boolean isKnown(ButtonKind kind) {
        return switch (kind) {
            case QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, ONE_TIME_CODE -> true;
            case FLOW, OTHER -> false;
        };
    }
}
