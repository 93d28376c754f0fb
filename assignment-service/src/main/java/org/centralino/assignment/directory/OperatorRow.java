package org.centralino.assignment.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.Person;

/// An operator who has signed in.
@Entity
@Table(name = "operator")
class OperatorRow {
    @Id
    UUID id;

    String name;

    @Column(name = "last_seen")
    Instant lastSeen;

    OperatorRow() {}

    Person toPerson() {
        return new Person(id, name);
    }
}
