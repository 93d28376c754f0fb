package org.centralino.simulator.platform.domain;

/// What an access token may permit.
public enum Scope {
    /// Sending, receiving, files, and who is blocked.
    MESSAGING("whatsapp_business_messaging"),
    /// Numbers, templates and all other settings.
    MANAGEMENT("whatsapp_business_management"),
    /// Catalogues and their products.
    CATALOGUE("catalog_management");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /// @return what the platform calls it
    public String word() {
        return word;
    }
}
