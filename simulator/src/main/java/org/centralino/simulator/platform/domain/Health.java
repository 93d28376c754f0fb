package org.centralino.simulator.platform.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether messages can be sent, as far as one of those is concerned that take part in it (fact sheet, section 11.1).
///
/// @param errors what stands in the way
/// @param hints what else limits it, in sentences
public record Health(CanSend canSend, List<Error> errors, List<String> hints) {
    /// How it is while nothing was said.
    public static final Health GOOD = new Health(CanSend.AVAILABLE, List.of(), List.of());

    public Health {
        errors = errors == null ? List.of() : List.copyOf(errors);
        hints = hints == null ? List.of() : List.copyOf(hints);
    }

    /// In the platform's words, the best first.
    public enum CanSend {
        AVAILABLE,
        LIMITED,
        BLOCKED;

        /// @return the worse of the two
        public CanSend and(CanSend other) {
            return compareTo(other) < 0 ? other : this;
        }
    }

    /// Something that stands in the way.
    ///
    /// @param description what it is, in a sentence
    /// @param solution what to do about it; null when nothing can be done
    public record Error(
            int code, String description, @Nullable String solution) {}

    /// Who takes part in sending by a number, in the platform's words.
    public enum Entity {
        PHONE_NUMBER,
        WABA,
        BUSINESS,
        APP;

        private static final String THE_BUSINESS = "620000000000007";

        /// @return the id of the one by which this number sends
        public String idFor(BusinessPhone number) {
            return switch (this) {
                case PHONE_NUMBER -> number.phoneNumberId();
                case WABA -> number.waba();
                case BUSINESS -> THE_BUSINESS;
                case APP -> MadeToken.APP;
            };
        }
    }
}
