package org.centralino.conversation.addressbook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.centralino.conversation.addressbook.domain.ContactLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a file with contacts comes to, or would.
///
/// @param dryRun whether nothing was written
/// @param lines one for each contact of the file, in its order
@Schema(name = "ContactImport")
public record ImportView(boolean dryRun, List<Line> lines) {

    /// @param number from 1, without the line that names the columns
    /// @param name who it is about
    /// @param reason why it is refused; null when it is not
    /// @param consent what becomes of what it says about advertising; null when nothing does
    @Schema(name = "ContactImportLine")
    public record Line(
            int number,
            String name,
            Outcome outcome,
            @Nullable Reason reason,
            @Nullable Advertising consent) {}

    /// What becomes of what a line says about advertising.
    @Schema(name = "ContactImportConsent")
    public enum Advertising {
        /// It is recorded that the customer agreed.
        @JsonProperty("given")
        GIVEN,
        /// It is recorded that the customer wants none.
        @JsonProperty("withdrawn")
        WITHDRAWN,
        /// The customer said before that none is wanted, and no file takes that back.
        @JsonProperty("withdrawal-stays")
        WITHDRAWAL_STAYS
    }

    /// What becomes of a line.
    @Schema(name = "ContactImportOutcome")
    public enum Outcome {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("refused")
        REFUSED
    }

    /// Why a line is refused.
    @Schema(name = "ContactImportReason")
    public enum Reason {
        @JsonProperty("no-key")
        NO_KEY,
        @JsonProperty("not-a-phone")
        NOT_A_PHONE,
        @JsonProperty("not-a-bsuid")
        NOT_A_BSUID,
        @JsonProperty("not-a-consent")
        NOT_A_CONSENT,
        @JsonProperty("too-long")
        TOO_LONG,
        /// Its keys are of two contacts.
        @JsonProperty("two-contacts")
        TWO_CONTACTS,
        /// Another line of the file is about the same contact.
        @JsonProperty("twice")
        TWICE;

        static Reason of(ContactLine.Objection objection) {
            return switch (objection) {
                case NO_KEY -> NO_KEY;
                case NOT_A_PHONE -> NOT_A_PHONE;
                case NOT_A_BSUID -> NOT_A_BSUID;
                case NOT_A_CONSENT -> NOT_A_CONSENT;
                case TOO_LONG -> TOO_LONG;
            };
        }
    }
}
