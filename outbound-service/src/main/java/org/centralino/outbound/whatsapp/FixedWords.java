package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What the platform writes in authentication templates, for when it does not say it. In other languages than these it
/// is
/// shown in English, as the platform's own pages do.
final class FixedWords {
    private static final String ITALIAN = "it";

    private FixedWords() {}

    /// @param advice whether it advises to show the code to nobody
    static ObjectNode body(String language, boolean advice) {
        var words = language.equals(ITALIAN)
                ? "Il tuo codice di verifica è *{{1}}*."
                : "*{{1}}* is your verification code.";
        var more = language.equals(ITALIAN)
                ? " Per la tua sicurezza, non condividere questo codice."
                : " For your security, do not share this code.";
        return JsonNodeFactory.instance.objectNode().put("type", "BODY").put("text", advice ? words + more : words);
    }

    static String footer(String language, int minutes) {
        return language.equals(ITALIAN)
                ? "Questo codice scade tra %d minuti.".formatted(minutes)
                : "This code expires in %d minutes.".formatted(minutes);
    }
}
