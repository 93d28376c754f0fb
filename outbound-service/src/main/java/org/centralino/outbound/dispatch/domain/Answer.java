package org.centralino.outbound.dispatch.domain;

import org.centralino.events.PlatformError;
import org.jspecify.annotations.Nullable;

/// How a call to the platform ended.
public sealed interface Answer {

    /// The platform took the message over.
    ///
    /// @param platformId the platform's id of it (`wamid…`)
    /// @param waId how the platform spells the customer's number; null when it does not say
    record Taken(String platformId, @Nullable String waId) implements Answer {}

    /// The platform said what is wrong, in its own words.
    ///
    /// @param httpStatus the status of the answer
    /// @param passes whether the platform says that it passes by itself (`is_transient`)
    record Problem(int httpStatus, PlatformError error, boolean passes) implements Answer {
        /// @return whether another try may end differently
        public boolean mayPass() {
            return ErrorTable.of(this) != ErrorTable.Outcome.REFUSED;
        }

        /// @return whether the platform may not know the file any more that the message names
        public boolean mayBeAboutTheFile() {
            return ErrorTable.mayBeAboutAFile(error.code());
        }

        /// @return whether the template that the message names does not exist, or cannot be sent now
        public boolean isAboutTheTemplate() {
            return ErrorTable.isAboutATemplate(error.code());
        }

        /// @return whether nothing at all can be sent until somebody replaces the access token
        public boolean isAboutTheToken() {
            return isAboutTheToken(error);
        }

        /// @return whether the platform refuses the access token
        public static boolean isAboutTheToken(PlatformError error) {
            return ErrorTable.isAboutTheToken(error.code());
        }

        /// @return whether nothing at all can be called by the access token
        public static boolean isOfNoToken(PlatformError error) {
            return ErrorTable.isNoToken(error.code());
        }
    }

    /// Too many requests (429), without further words: not processed.
    record TooMany() implements Answer {}

    /// Not one byte of the request left: no connection, no name, no TLS.
    ///
    /// @param reason what was seen, in words
    record NotSent(String reason) implements Answer {}

    /// It was not called: another replica may send by the number by now.
    record LaneLost() implements Answer {}

    /// It was not called: its file will never be where the platform could have it.
    record FileRefused(PlatformError error) implements Answer {}

    /// The platform turned it away because it does not know the file any more, which is brought to it anew.
    record FileForgotten(PlatformError error) implements Answer {}

    /// Anything else. The platform may have taken it or not.
    ///
    /// @param reason what was seen, in words
    record Unclear(String reason) implements Answer {}
}
