package org.centralino.outbound.template;

import java.time.Instant;
import java.util.List;
import org.centralino.events.PlatformError;
import org.centralino.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of templates, and how fresh it is.
///
/// @param sync how reading them from WhatsApp went last
@Schema(name = "TemplateList")
record TemplateList(List<TemplateView> items, @Nullable String nextCursor, SyncState sync) {

    /// How reading the account's templates went last. When it failed, what was known stays.
    ///
    /// @param accountKnown whether the settings of the number name its account; without it there are no templates
    /// @param syncedAt when they were read last; left out when they never were
    /// @param error why the last try failed, in WhatsApp's words
    /// @param reason why the last try failed, when WhatsApp gave no answer that could be read
    @Schema(name = "TemplateSyncState")
    record SyncState(
            boolean accountKnown,
            @Nullable Instant syncedAt,
            @Nullable PlatformError error,
            @Nullable String reason) {
        static SyncState of(TemplateSyncStore.How how) {
            return new SyncState(true, how.syncedAt(), how.error(), how.reason());
        }
    }

    static TemplateList withoutAccount() {
        return new TemplateList(List.of(), null, new SyncState(false, null, null, null));
    }

    static TemplateList of(Page<TemplateView> page, TemplateSyncStore.How how) {
        return new TemplateList(page.items(), page.nextCursor(), SyncState.of(how));
    }
}
