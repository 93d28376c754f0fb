package org.centralino.conversation.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Person;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One thing that somebody did.
///
/// @param position its place in the order of writing, for paging
/// @param kind what it was, such as `taken-over`
/// @param actor who did it
/// @param words what was said about it, for people
/// @param target whom it concerned: the new or the former holder, if anybody
public record HistoryItem(
        UUID id,
        Instant at,
        @JsonIgnore long position,

        @Schema(
                enumeration = {
                    "customer-wrote",
                    "customer-edited",
                    "customer-revoked",
                    "customer-edited-untold",
                    "customer-pinned",
                    "customer-voted",
                    "customer-changed-number",
                    "customer-changed-identity",
                    "customer-changed-device",
                    "customer-other",
                    "group-created",
                    "group-deleted",
                    "group-renamed",
                    "group-joined",
                    "group-left",
                    "group-suspended",
                    "group-restored",
                    "group-other",
                    "started",
                    "taken",
                    "assigned",
                    "released",
                    "taken-over",
                    "replied",
                    "replied-anyway",
                    "note-added",
                    "note-edited",
                    "note-deleted",
                    "resolved",
                    "reopened",
                    "replied-elsewhere",
                    "edited-elsewhere",
                    "revoked-elsewhere",
                    "handed-over-to-us",
                    "handed-over-to-another",
                    "delivery-failed",
                    "delivery-unknown",
                    "answer-settled-arrived",
                    "answer-sent-again",
                    "key-moved",
                    "blocked",
                    "unblocked",
                    "block-failed",
                    "consent-given",
                    "consent-withdrawn"
                })
        String kind,

        Actor actor,
        @Nullable Person target,
        @Nullable UUID messageId,
        @Nullable UUID noteId,
        @Nullable String words) {}
