package org.centralino.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the platform says that a message costs (fact sheet, section 5.2). Its words are open: new ones come.
///
/// @param model how it is counted: `PMP`, per message
/// @param type whether it is paid for: `regular`, `free_customer_service`, `free_entry_point`
/// @param category at which rate: `marketing`, `utility`, `authentication`, `service` and more
/// @param billable whether it is paid for, where `type` does not say so
/// @param freeUntil until when nothing is paid for, as the customer came by an ad or a page's button (section 6);
///     null when the platform does not say
public record Pricing(
        @Nullable String model,
        @Nullable String type,
        @Nullable String category,
        @Nullable Boolean billable,
        @Nullable Instant freeUntil) {}
