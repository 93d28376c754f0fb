package org.centralino.outbound.sync.domain;

/// What may be asked of the phone.
public enum SyncKind {
    /// What was written in the last 180 days.
    HISTORY("history"),
    /// How its address book calls people.
    CONTACTS("smb_app_state_sync");

    private final String word;

    SyncKind(String word) {
        this.word = word;
    }

    /// @return the platform's word for it
    public String word() {
        return word;
    }
}
