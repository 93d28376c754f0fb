package org.centralino.conversation.addressbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.centralino.conversation.addressbook.ImportView.Advertising;
import org.centralino.conversation.addressbook.domain.ContactLine;
import org.centralino.conversation.contact.ConsentRows;
import org.centralino.conversation.contact.ConsentRows.Said;
import org.centralino.events.Consent;
import org.centralino.events.Person;
import org.centralino.kit.database.Statement;
import org.jspecify.annotations.Nullable;

/// What a file says about advertising. A *yes* is recorded where nothing is known, a *no* wherever it is
/// news; what a customer took back stays taken back, whatever a file says.
final class BroughtConsents {
    private final ImportFile file;
    private final Instant at;
    private final Map<UUID, Said> recorded = new HashMap<>();

    /// A file, and who brings it.
    ///
    /// @param name what it is called, which shows a consent; null when it says nothing of any
    record ImportFile(@Nullable String name, Person by) {}

    BroughtConsents(ImportFile file, Instant at) {
        this.file = file;
        this.at = at;
    }

    /// @param known what counts for this person
    /// @return what becomes of what the line says; null when nothing does
    @Nullable
    Advertising take(ContactLine line, UUID person, Consent known) {
        var agreed = line.agreed().orElse(null);
        if (agreed == null) {
            return null;
        }
        return switch (known) {
            case UNKNOWN -> record(person, agreed);
            case GIVEN -> agreed ? null : record(person, false);
            case WITHDRAWN -> agreed ? Advertising.WITHDRAWAL_STAYS : null;
        };
    }

    private Advertising record(UUID person, boolean agreed) {
        var name = Objects.requireNonNull(file.name(), "a file that says something of consent has a name");
        recorded.put(person, new Said(UUID.randomUUID(), agreed, Consent.Source.IMPORT, name, file.by(), at));
        return agreed ? Advertising.GIVEN : Advertising.WITHDRAWN;
    }

    /// @return of whom something is recorded
    Set<UUID> persons() {
        return Set.copyOf(recorded.keySet());
    }

    /// @return what is recorded of a person; null when nothing is
    @Nullable
    Said of(@Nullable UUID person) {
        return person == null ? null : recorded.get(person);
    }

    /// @return what writes it down
    List<Statement> statements() {
        var statements = new ArrayList<Statement>();
        recorded.forEach((person, said) -> statements.add(ConsentRows.write(person, said, at)));
        return statements;
    }
}
