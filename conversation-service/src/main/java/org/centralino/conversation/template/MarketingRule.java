package org.centralino.conversation.template;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.centralino.conversation.ConversationConfig;
import org.centralino.conversation.ConversationConfig.MarketingConsent;
import org.centralino.conversation.contact.ConsentRows;
import org.centralino.conversation.contact.domain.Advertising;
import org.centralino.events.Consent;
import org.centralino.events.Content;
import org.centralino.events.Template.Category;
import org.centralino.kit.database.Transaction;
import org.jspecify.annotations.Nullable;

/// To whom this workspace may send advertising.
@ApplicationScoped
public class MarketingRule {
    private static final String OF = "select " + ConsentRows.GIVEN + " from contact k where k.id = $1";

    private final ConversationConfig config;

    MarketingRule(ConversationConfig config) {
        this.config = config;
    }

    /// @return whether this customer may get it, which stays so until the end of the transaction
    public Uni<Advertising> of(Transaction transaction, UUID contact) {
        ConsentRows.hold(transaction, contact);
        return transaction.ask(OF, contact).map(rows -> of(rows.iterator().next()));
    }

    /// @param content of a message that is to be sent once more
    /// @return whether this customer may be sent advertising; null for what is no template. Fails with a
    ///     problem when the message is advertising, and he may not
    public Uni<@Nullable Boolean> ofAgain(Transaction transaction, UUID contact, Content content) {
        return content instanceof Content.FromTemplate template
                ? of(transaction, contact)
                        .invoke(may -> require(may, template.category()))
                        .map(may -> may == Advertising.ALLOWED)
                : Uni.createFrom().nullItem();
    }

    private static void require(Advertising may, Category category) {
        if (category == Category.MARKETING && may != Advertising.ALLOWED) {
            throw (may == Advertising.NOT_WANTED ? TemplateProblems.notWanted() : TemplateProblems.notAgreed())
                    .asException();
        }
    }

    /// @param row with the column [ConsentRows#GIVEN]
    Advertising of(Row row) {
        return of(ConsentRows.consentIn(row));
    }

    Advertising ofNobody() {
        return of(Consent.UNKNOWN);
    }

    private Advertising of(Consent consent) {
        return Advertising.of(consent, config.marketingConsent() == MarketingConsent.REQUIRED);
    }
}
