package org.centralino.outbound.lane.domain;

import org.jspecify.annotations.Nullable;

/// How many messages a second the platform takes by a number (fact sheet, section 13).
public final class Throughput {
    public static final int STANDARD = 80;
    private static final int HIGH = 1_000;
    private static final int ON_THE_PHONE_AS_WELL = 20;

    private Throughput() {}

    /// @param level `STANDARD` or `HIGH`, as the platform says it (section 11.1)
    /// @param onPhoneApp whether the number is used in the phone's app as well
    public static int of(@Nullable String level, boolean onPhoneApp) {
        if (onPhoneApp) {
            return ON_THE_PHONE_AS_WELL;
        }
        return "HIGH".equals(level) ? HIGH : STANDARD;
    }
}
