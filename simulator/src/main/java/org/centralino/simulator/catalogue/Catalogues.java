package org.centralino.simulator.catalogue;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.centralino.simulator.WhatsAppAccount;
import org.centralino.simulator.catalogue.domain.Catalogue;
import org.centralino.simulator.journal.PlainJson;

/// The one catalogue: it is connected to the account of the first number.
@Singleton
public class Catalogues {
    private static final String FILE = "catalogues/bottega-rossi.json";

    private final WhatsAppAccount account;
    private final Catalogue catalogue;

    Catalogues(WhatsAppAccount account) {
        this.account = account;
        try (var file = Objects.requireNonNull(Catalogues.class.getClassLoader().getResourceAsStream(FILE), FILE)) {
            this.catalogue = PlainJson.MAPPER.readValue(file, Catalogue.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @return the catalogue that is connected to the account
    public Optional<Catalogue> ofAccount(String waba) {
        return account.mainNumber().waba().equals(waba) ? Optional.of(catalogue) : Optional.empty();
    }

    public Optional<Catalogue> withId(String id) {
        return catalogue.id().equals(id) ? Optional.of(catalogue) : Optional.empty();
    }
}
