package org.centralino.conversation.template.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.centralino.events.Template;
import org.centralino.events.Template.Category;
import org.jspecify.annotations.Nullable;

/// Which templates are probably meant.
public final class Suggestion {
    /// Beside those that were used here. More would be a list of its own.
    private static final int MOST = 3;

    /// How far another language is.
    private static final int OTHER = 2;

    private Suggestion() {}

    /// Why one is suggested.
    public enum Reason {
        /// It was sent in this conversation before.
        USED_HERE,
        /// The team sends it most.
        OFTEN,
        /// It is in the customer's language, or in the operator's where nothing says which that is.
        LANGUAGE
    }

    /// A template that might be meant.
    ///
    /// @param usedHere at which position of the timeline it was sent last; null when it never was here
    /// @param timesSent how often the team sent it lately
    public record Candidate(Template template, @Nullable Long usedHere, long timesSent) {}

    /// @param reason why it is suggested; null when it is not
    public record Placed(Template template, @Nullable Reason reason) {}

    /// @param ofContact what the team noted
    /// @param candidates what was sent here says it, too
    /// @param ofOperator what the operator reads
    /// @return the language in which a template is best; null when nothing says which
    public static @Nullable String language(
            @Nullable String ofContact, List<Candidate> candidates, @Nullable String ofOperator) {
        if (ofContact != null) {
            return ofContact;
        }
        return candidates.stream()
                .filter(candidate -> candidate.usedHere() != null)
                .max(Comparator.comparing(Suggestion::position))
                .map(candidate -> candidate.template().language())
                .orElse(ofOperator);
    }

    /// What was sent here last comes first; then what is in the language, what is no advertising, and
    /// what the team sends most.
    ///
    /// @param language in which a template is best; null when nothing says which
    public static List<Placed> order(List<Candidate> candidates, @Nullable String language) {
        var sorted = candidates.stream()
                .sorted(Comparator.comparing(Suggestion::position, Comparator.reverseOrder())
                        .thenComparing(candidate -> distance(candidate, language))
                        .thenComparing(candidate -> candidate.template().category() == Category.UTILITY ? 0 : 1)
                        .thenComparing(Candidate::timesSent, Comparator.reverseOrder())
                        .thenComparing(candidate -> candidate.template().name())
                        .thenComparing(candidate -> candidate.template().language()))
                .toList();
        var placed = new ArrayList<Placed>();
        var left = MOST;
        for (var candidate : sorted) {
            var reason = reason(candidate, language);
            var isSuggested = reason == Reason.USED_HERE || reason != null && left-- > 0;
            placed.add(new Placed(candidate.template(), isSuggested ? reason : null));
        }
        // What is suggested stands together.
        return Stream.concat(
                        placed.stream().filter(each -> each.reason() != null),
                        placed.stream().filter(each -> each.reason() == null))
                .toList();
    }

    private static @Nullable Reason reason(Candidate candidate, @Nullable String language) {
        if (candidate.usedHere() != null) {
            return Reason.USED_HERE;
        }
        var isInLanguage = language != null && distance(candidate, language) < OTHER;
        if (candidate.timesSent() > 0 && (language == null || isInLanguage)) {
            return Reason.OFTEN;
        }
        return isInLanguage ? Reason.LANGUAGE : null;
    }

    /// The platform's codes are exact, but who reads `en` reads `en_US`.
    private static int distance(Candidate candidate, @Nullable String language) {
        var its = candidate.template().language();
        if (language == null || its.equals(language)) {
            return 0;
        }
        return primary(its).equals(primary(language)) ? 1 : OTHER;
    }

    private static String primary(String language) {
        return language.split("[_-]", 2)[0];
    }

    private static long position(Candidate candidate) {
        var usedHere = candidate.usedHere();
        return usedHere == null ? Long.MIN_VALUE : usedHere;
    }
}
