package org.centralino.system.ledger;

/// Something that must not be.
///
/// @param sentence what is wrong with what, for the person who will look for the reason
public record Finding(Defect defect, String sentence) {

    /// The ways to break a promise.
    public enum Defect {
        /// Acknowledged, and not there.
        LOST,
        /// There more than once.
        DUPLICATED,
        /// Not in the order in which it was acknowledged, or must be shown.
        REORDERED,
        /// There, although nobody sent it, or although it was refused.
        NEVER_SENT,
        /// The platform was asked twice to send one reply.
        CALLED_TWICE,
        /// An accepted reply of which nobody says what became.
        UNSETTLED,
        /// A note left the house.
        NOTE_LEAKED,
        /// What people wrote, who they are, or a token stands in a log.
        LOGGED,
        /// A reply of somebody who was not responsible.
        FENCE_BROKEN,
        /// A tick went back.
        STEPPED_BACK,
        /// A customer whom nobody answered, and who stands in no list of those who wait; or one who does, although
        /// he was answered.
        FORGOTTEN,
        /// The platform was not answered 200, although there was always somebody to answer.
        TURNED_AWAY,
        /// Stored, and an operator's browser did not hear of it.
        NOT_PUSHED
    }

    @Override
    public String toString() {
        return defect + ": " + sentence;
    }
}
