package org.centralino.outbound.template;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.centralino.events.Template;
import org.centralino.outbound.OutboundConfig;
import org.centralino.outbound.WorkingThreads;
import org.centralino.outbound.template.TemplateSyncStore.Claim;
import org.centralino.outbound.whatsapp.CloudTemplates;
import org.centralino.outbound.whatsapp.CloudTemplates.Account;
import org.centralino.outbound.whatsapp.CloudTemplates.Answer;
import org.jboss.logging.Logger;

/// Reads which templates our accounts have: when a service starts or a number is connected, every hour,
/// soon after the platform said that one of them has changed or turned one away, and when somebody asks. What cannot be
/// read stays as it was known.
@Singleton
class TemplateSync {
    private static final Logger LOG = Logger.getLogger(TemplateSync.class);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(10);
    /// So long the slowest account of many pages may take.
    private static final Duration CLAIM_FOR = Duration.ofMinutes(10);

    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final TemplateSyncStore syncs;
    private final TemplateStore templates;
    private final CloudTemplates platform;
    private final OutboundConfig config;
    private final WorkingThreads threads;
    /// The accounts that have a row, as far as the thread has seen. Numbers are connected at any time.
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    TemplateSync(
            Accounts accounts,
            TemplateSyncStore syncs,
            TemplateStore templates,
            CloudTemplates platform,
            OutboundConfig config) {
        this.accounts = accounts;
        this.syncs = syncs;
        this.templates = templates;
        this.platform = platform;
        this.config = config;
        this.threads = new WorkingThreads(
                "templates",
                1,
                config.lookEvery(),
                this::readNext,
                failure -> LOG.warnf("Templates cannot be read for now, trying again: %s", failure));
    }

    void start(@Observes StartupEvent started) {
        threads.start();
    }

    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stop) throws InterruptedException {
        threads.stop();
    }

    /// There may be an account to read.
    void wake() {
        threads.wake();
    }

    private boolean readNext() {
        var ids = accounts.all().stream().map(Account::id).toList();
        var fresh = ids.stream().filter(id -> !made.contains(id)).toList();
        if (!fresh.isEmpty()) {
            syncs.make(fresh).await().atMost(DATABASE_PATIENCE);
            made.addAll(fresh);
        }
        var claim = syncs.claim(ids, CLAIM_FOR).await().atMost(DATABASE_PATIENCE);
        claim.ifPresent(this::read);
        return claim.isPresent();
    }

    private void read(Claim claim) {
        switch (platform.all(accounts.withId(claim.accountId()))) {
            case Answer.Done<List<Template>>(var seen) -> {
                templates
                        .replace(claim.accountId(), seen, claim.began())
                        .await()
                        .atMost(DATABASE_PATIENCE);
                syncs.succeeded(claim, config.readTemplatesEvery()).await().atMost(DATABASE_PATIENCE);
            }
            case Answer.Refused<List<Template>>(var error) -> {
                LOG.warnf("WhatsApp does not show the templates of an account: code %d", error.code());
                syncs.failed(claim, error, null, AFTER_A_FAILURE).await().atMost(DATABASE_PATIENCE);
            }
            case Answer.Unclear<List<Template>>(var reason) -> {
                LOG.infof("The templates of an account could not be read: %s", reason);
                syncs.failed(claim, null, reason, AFTER_A_FAILURE).await().atMost(DATABASE_PATIENCE);
            }
        }
    }
}
