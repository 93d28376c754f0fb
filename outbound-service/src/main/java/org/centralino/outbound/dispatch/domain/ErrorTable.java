package org.centralino.outbound.dispatch.domain;

import java.util.Set;
import java.util.stream.Stream;

/// What the platform's error codes mean for a second call (fact sheet, section 12.2).
final class ErrorTable {

    /// What a message comes to that met an error. That it was certainly not sent is no error of the
    /// platform's, but [Answer.NotSent].
    enum Outcome {
        /// It was turned away before it was processed: a later call is safe.
        LATER,
        /// It may pass, but the message may have gone out: only its status can tell.
        IN_DOUBT,
        /// It needs a change or a human, and is never called again.
        REFUSED,
        /// It has nothing to do with the message: the number's access token is refused, and all it sends
        /// waits.
        ACCOUNT
    }

    /// Limits: of the app (4), the account (80007), an edge (613), the number (130429), the pair (131056).
    private static final Set<Integer> LIMITS = Set.of(4, 613, 80007, 130429, 131056);

    /// Trouble on the platform's side, also of one edge (139103).
    private static final Set<Integer> TROUBLE = Set.of(1, 2, 139103, 131000, 131016, 131057, 132069, 133004, 134101);

    /// The access token is not valid (0) or has expired (190).
    private static final Set<Integer> NO_TOKEN = Set.of(0, 190);

    /// It lacks a permission.
    private static final Set<Integer> NO_PERMISSION = Set.of(10, 131005);

    /// First and last of the codes of single permissions that the access token lacks.
    private static final int FIRST_PERMISSION = 200;

    private static final int LAST_PERMISSION = 299;

    /// No such object (100), and a file that cannot be had (131053).
    private static final Set<Integer> FILE = Set.of(100, 131053);

    /// There is no such template (132001), or it is paused (132015) or disabled (132016).
    private static final Set<Integer> TEMPLATE = Set.of(132001, 132015, 132016);

    /// Codes that are refusals whatever else the answer says; a code that is in no set may be new.
    private static final Set<Integer> REFUSALS = Set.of(
            3, 33, 100, 368, 130403, 130472, 130497, 131008, 131009, 131020, 131021, 131026, 131030, 131031, 131037,
            131041, 131042, 131045, 131047, 131048, 131049, 131050, 131051, 131052, 131053, 131055, 131059, 131062,
            131063, 131064, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 133000,
            133005, 133006, 133008, 133009, 133010, 133015, 133016, 134011, 134100, 134102, 135000, 136024, 136025,
            137000, 141000, 2388019);

    /// First and last of codes that are refusals, too: groups, calls, blocking, usernames,
    /// templates, and what a phone hands over.
    private static final int[][] RANGES = {
        {131200, 131299},
        {138000, 138021},
        {139100, 139102},
        {147001, 147005},
        {2388040, 2388299},
        {2593107, 2593109}
    };

    private ErrorTable() {}

    /// The platform's HTTP statuses say little, with one exception: an error of class 5xx is doubt,
    /// whatever its code.
    static Outcome of(Answer.Problem problem) {
        var code = problem.error().code();
        if (problem.httpStatus() >= 500) {
            return Outcome.IN_DOUBT;
        }
        if (isAboutTheToken(code)) {
            return Outcome.ACCOUNT;
        }
        if (LIMITS.contains(code)) {
            return Outcome.LATER;
        }
        if (TROUBLE.contains(code)) {
            return Outcome.IN_DOUBT;
        }
        if (isRefusal(code)) {
            return Outcome.REFUSED;
        }
        if (problem.httpStatus() == 429) {
            return Outcome.LATER;
        }
        return problem.passes() ? Outcome.IN_DOUBT : Outcome.REFUSED;
    }

    static boolean mayBeAboutAFile(int code) {
        return FILE.contains(code);
    }

    static boolean isAboutATemplate(int code) {
        return TEMPLATE.contains(code);
    }

    static boolean isAboutTheToken(int code) {
        return isNoToken(code) || NO_PERMISSION.contains(code) || code >= FIRST_PERMISSION && code <= LAST_PERMISSION;
    }

    static boolean isNoToken(int code) {
        return NO_TOKEN.contains(code);
    }

    private static boolean isRefusal(int code) {
        return REFUSALS.contains(code) || Stream.of(RANGES).anyMatch(range -> code >= range[0] && code <= range[1]);
    }
}
