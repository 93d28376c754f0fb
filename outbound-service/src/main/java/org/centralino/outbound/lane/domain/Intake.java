package org.centralino.outbound.lane.domain;

import java.util.Arrays;

/// How much comes in for a number, which the platform counts together with what goes out (fact sheet,
/// section 13). It is heard of when the platform has long counted it, so as much is kept free as came
/// in the busiest second of the last few. Times are nanoseconds from any beginning. Not for several
/// threads.
public final class Intake {
    private static final long PART = 100_000_000;
    private static final int PARTS_OF_A_SECOND = 10;
    private static final int PARTS = 3 * PARTS_OF_A_SECOND;

    private final int[] counts = new int[PARTS];
    private long newest;

    public void add(int messages, long now) {
        moveTo(now / PART);
        counts[Math.floorMod(newest, PARTS)] += messages;
    }

    /// @return how many came in the busiest second
    public int busiest(long now) {
        moveTo(now / PART);
        var most = 0;
        var sum = 0;
        for (var part = 0; part < PARTS; part++) {
            sum += at(newest - part);
            if (part >= PARTS_OF_A_SECOND) {
                sum -= at(newest - part + PARTS_OF_A_SECOND);
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private int at(long part) {
        return counts[Math.floorMod(part, PARTS)];
    }

    private void moveTo(long part) {
        if (part - newest >= PARTS) {
            Arrays.fill(counts, 0);
            newest = part;
        }
        while (newest < part) {
            newest++;
            counts[Math.floorMod(newest, PARTS)] = 0;
        }
    }
}
