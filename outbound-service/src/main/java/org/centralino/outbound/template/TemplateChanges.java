package org.centralino.outbound.template;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.centralino.events.PlatformError;
import org.centralino.events.Template;
import org.centralino.events.Template.Approval;
import org.centralino.kit.problem.Problem;
import org.centralino.kit.problem.ProblemException;
import org.centralino.outbound.template.TemplateRow.Written;
import org.centralino.outbound.template.domain.Changeable;
import org.centralino.outbound.template.domain.Changeable.Refusal;
import org.centralino.outbound.template.domain.Draft;
import org.centralino.outbound.template.domain.DraftRules;
import org.centralino.outbound.template.domain.ReachedLimit;
import org.centralino.outbound.whatsapp.CloudTemplates;
import org.centralino.outbound.whatsapp.CloudTemplates.Account;
import org.centralino.outbound.whatsapp.CloudTemplates.Answer;
import org.jspecify.annotations.Nullable;

/// Has the platform make, change and delete templates, and writes down what it took. It waits for answers.
@Singleton
class TemplateChanges {
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(10);

    private final CloudTemplates platform;
    private final TemplateStore store;
    private final TemplateQueries templates;
    private final TemplateSyncStore syncs;
    private final TemplateSync sync;

    TemplateChanges(
            CloudTemplates platform,
            TemplateStore store,
            TemplateQueries templates,
            TemplateSyncStore syncs,
            TemplateSync sync) {
        this.platform = platform;
        this.store = store;
        this.templates = templates;
        this.syncs = syncs;
        this.sync = sync;
    }

    /// @return the template as it was taken
    TemplateView create(Account account, Draft draft) {
        check(draft);
        var name = String.valueOf(draft.name());
        Predicate<Template> isIt = template -> template.language().equals(draft.language());
        if (named(account, name).stream().map(Written::template).anyMatch(isIt)) {
            throw exists();
        }
        return switch (platform.create(account, draft)) {
            case Answer.Done<Template>(var made) -> kept(account, made);
            case Answer.Refused<Template>(var error) -> throw refused(error);
            // Asking again could make a second one or fail for what is there already: it is looked first.
            case Answer.Unclear<Template>(var reason) ->
                kept(account, found(account, name, isIt).orElseThrow(() -> {
                    readSoon(account);
                    return unavailable(reason);
                }));
        };
    }

    /// @return the template as it was taken
    TemplateView change(Account account, String templateId, Draft draft) {
        var before = one(account, templateId);
        check(draft);
        Changeable.refusal(before, draft).ifPresent(refusal -> {
            throw fixed(refusal);
        });
        switch (platform.change(account, templateId, draft, before.status() != Approval.APPROVED)) {
            case Answer.Done<Boolean> _ -> {}
            case Answer.Refused<Boolean>(var error) -> throw refused(error, before.status() == Approval.APPROVED);
            case Answer.Unclear<Boolean>(var reason) -> {
                readSoon(account);
                throw unavailable(reason);
            }
        }
        return kept(
                account,
                found(account, before.name(), template -> template.id().equals(templateId))
                        .orElseThrow(() -> {
                            readSoon(account);
                            return unavailable("WhatsApp took the change, and does not show it yet.");
                        }));
    }

    boolean delete(Account account, String templateId) {
        var template = one(account, templateId);
        return deleted(account, template.name(), templateId, List.of(templateId));
    }

    boolean deleteAll(Account account, String name) {
        var ids = named(account, name).stream().map(row -> row.template().id()).toList();
        if (ids.isEmpty()) {
            throw Problem.notFound("The template").asException();
        }
        return deleted(account, name, null, ids);
    }

    private boolean deleted(Account account, String name, @Nullable String templateId, List<String> ids) {
        return switch (platform.delete(account, name, templateId)) {
            case Answer.Done<Boolean> _ -> {
                store.remove(account.id(), ids).await().atMost(DATABASE_PATIENCE);
                yield true;
            }
            case Answer.Refused<Boolean>(var error) -> throw refused(error);
            case Answer.Unclear<Boolean>(var reason) -> {
                readSoon(account);
                throw unavailable(reason);
            }
        };
    }

    private static void check(Draft draft) {
        var flaws = DraftRules.flawsOf(draft);
        if (!flaws.isEmpty()) {
            throw Problem.of(
                            400,
                            "template-not-valid",
                            "WhatsApp would refuse this template",
                            flaws.getFirst().detail())
                    .with("flaws", flaws)
                    .asException();
        }
    }

    private Optional<Template> found(Account account, String name, Predicate<Template> which) {
        return platform.named(account, name) instanceof Answer.Done<List<Template>>(var found)
                ? found.stream().filter(which).findFirst()
                : Optional.empty();
    }

    private TemplateView kept(Account account, Template template) {
        store.keep(template).await().atMost(DATABASE_PATIENCE);
        return templates
                .one(account.id(), template.id())
                .await()
                .atMost(DATABASE_PATIENCE)
                .map(TemplateView::of)
                .orElseThrow(() -> Problem.notFound("The template").asException());
    }

    private Template one(Account account, String templateId) {
        return templates
                .one(account.id(), templateId)
                .await()
                .atMost(DATABASE_PATIENCE)
                .map(Written::template)
                .orElseThrow(() -> Problem.notFound("The template").asException());
    }

    private List<Written> named(Account account, String name) {
        return templates.named(account.id(), name).await().atMost(DATABASE_PATIENCE);
    }

    private void readSoon(Account account) {
        syncs.ask(account.id()).await().atMost(DATABASE_PATIENCE);
        sync.wake();
    }

    private static ProblemException exists() {
        return Problem.of(
                        409,
                        "template-exists",
                        "There is such a template",
                        "A template of this name exists in this language. Change that one, or choose another name.")
                .asException();
    }

    private static ProblemException fixed(Refusal refusal) {
        return Problem.of(
                        409,
                        "template-fixed",
                        "This template cannot be changed so",
                        switch (refusal) {
                            case NOT_NOW -> "Only approved, rejected and paused templates can be changed.";
                            case HAS_MORE ->
                                "It has parts that are made in WhatsApp Manager, and would lose them. Change it there.";
                            case CATEGORY_FIXED -> "The category of an approved template stays.";
                            case NAME_FIXED -> "Name and language of a template stay. Make a new one.";
                        })
                .with("why", TemplateRow.word(refusal))
                .asException();
    }

    static ProblemException refused(PlatformError error) {
        return refused(error, false);
    }

    private static ProblemException refused(PlatformError error, boolean changesApproved) {
        var words = Optional.ofNullable(error.detail())
                .or(() -> Optional.ofNullable(error.title()))
                .orElse("It gave no reason.");
        return ReachedLimit.of(error, changesApproved)
                .map(limit -> refusal("%s %s".formatted(words, remedy(limit))).with("why", TemplateRow.word(limit)))
                .orElseGet(() -> refusal(words))
                .with("error", error)
                .asException();
    }

    private static Problem refusal(String detail) {
        return Problem.of(409, "template-refused", "WhatsApp refused it", detail);
    }

    private static String remedy(ReachedLimit limit) {
        return switch (limit) {
            case TOO_MANY_NOW -> "An account can make a hundred templates an hour. Try again in an hour.";
            case ACCOUNT_FULL ->
                "Delete templates that nobody needs. An account of a business that Meta has verified has room for more.";
            case NAME_BLOCKED ->
                "The name of an approved template that was deleted is blocked for 30 days. Choose another name.";
            case CHANGED_LATELY ->
                "An approved template can be changed once in 24 hours, and ten times in 30 days. If that is why, try"
                        + " again tomorrow, or make a new one.";
        };
    }

    static ProblemException unavailable(String reason) {
        return Problem.of(503, "whatsapp-unavailable", "WhatsApp gave no answer", reason)
                .asException();
    }
}
