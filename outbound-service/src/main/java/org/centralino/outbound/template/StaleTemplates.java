package org.centralino.outbound.template;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.centralino.outbound.TemplateRefused;
import org.jboss.logging.Logger;

/// Has an account read again when the platform turned one of its templates away: nobody else may choose it.
@Singleton
class StaleTemplates {
    private static final Logger LOG = Logger.getLogger(StaleTemplates.class);

    private final Accounts accounts;
    private final TemplateSyncStore syncs;
    private final TemplateSync sync;

    StaleTemplates(Accounts accounts, TemplateSyncStore syncs, TemplateSync sync) {
        this.accounts = accounts;
        this.syncs = syncs;
        this.sync = sync;
    }

    void on(@Observes TemplateRefused refused) {
        accounts.ofSender(refused.phoneNumberId())
                .ifPresent(account -> syncs.doubt(account.id())
                        .subscribe()
                        .with(
                                _ -> sync.wake(),
                                failure -> LOG.infof("Templates are read again at their time only: %s", failure)));
    }
}
