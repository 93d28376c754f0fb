package org.centralino.conversation.contact.domain;

import java.util.Locale;
import java.util.Set;
import org.centralino.events.Content;

/// Buttons by which customers say that they want no advertising (fact sheet, section 15).
public final class StopWords {
    /// All that stands on the button. A word among others may mean anything.
    private static final Set<String> WORDS = Set.of(
            "stop",
            "stop promotions",
            "stop marketing",
            "unsubscribe",
            "opt out",
            "no more offers",
            "basta",
            "stop promozioni",
            "interrompi promozioni",
            "stop pubblicità",
            "niente pubblicità",
            "disiscrivimi",
            "annulla iscrizione",
            "cancella iscrizione");

    private StopWords() {}

    /// @return whether the customer pressed such a button. Only those of templates count: what he writes
    ///     himself, or answers to a question of an operator, is for people to understand
    public static boolean pressed(Content content) {
        return content instanceof Content.Choice choice
                && choice.of() == Content.Choice.Of.TEMPLATE
                && WORDS.contains(choice.text().strip().toLowerCase(Locale.ROOT));
    }
}
