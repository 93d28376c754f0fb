package org.centralino.conversation.template;

import java.util.List;
import org.centralino.conversation.template.domain.Filling.Fault;
import org.centralino.conversation.template.domain.Obstacle;
import org.centralino.events.Template;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.problem.Violation;

/// How clients are told why a template is not sent.
final class TemplateProblems {
    private TemplateProblems() {}

    static Problem gone() {
        return Problem.of(
                409,
                "template-gone",
                "There is no such template",
                "No template has this name in this language, or not any more. Choose another one.");
    }

    static Problem of(Obstacle obstacle, Template template) {
        return switch (obstacle) {
            case ANOTHER_NUMBER ->
                Problem.of(
                        409,
                        "template-of-another-number",
                        "This template belongs to another number",
                        "The number of this conversation cannot send it: it is one of another WhatsApp account.");
            case PAUSED ->
                notApproved(
                        template,
                        "WhatsApp has paused it for some hours, because customers did not like it. Choose another one.");
            case REJECTED -> notApproved(template, "WhatsApp has rejected it. Choose another one.");
            case NOT_APPROVED -> notApproved(template, "WhatsApp has not approved it. Choose another one.");
            case UNKNOWN_PART ->
                Problem.of(
                        409,
                        "template-not-sendable",
                        "This template cannot be sent from here yet",
                        "It has a part that cannot be filled in here. Choose another one.");
            case MARKETING_NOT_WANTED -> notWanted();
            case CONSENT_MISSING -> notAgreed();
        };
    }

    static Problem notWanted() {
        return Problem.of(
                409,
                "marketing-not-wanted",
                "The customer wants no advertising",
                "The customer said that no advertising is wanted. Choose a template that is none; or, when the customer"
                        + " has agreed since, record that on the contact.");
    }

    static Problem notAgreed() {
        return Problem.of(
                409,
                "consent-missing",
                "The customer has not agreed to advertising",
                "Nobody has recorded that this customer agreed to advertising. Ask, record the consent on the contact"
                        + " with what shows it, and send again; or choose a template that is none.");
    }

    static Problem invalid(List<Fault> faults) {
        return Problem.invalid(faults.stream().map(TemplateProblems::violation).toList());
    }

    private static Violation violation(Fault fault) {
        var complaint = fault.complaint();
        return new Violation(fault.field(), complaint.code(), complaint.limit(), complaint.message());
    }

    private static Problem notApproved(Template template, String detail) {
        return Problem.of(409, "template-not-approved", "This template cannot be sent now", detail)
                .with("approval", template.status());
    }
}
