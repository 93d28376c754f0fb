package org.centralino.conversation.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Locale;
import java.util.UUID;
import org.centralino.conversation.contact.domain.Recognition.Key;
import org.centralino.conversation.contact.domain.Recognition.Kind;

@Entity
@Table(name = "contact_identity")
@IdClass(ContactIdentityRow.Id_.class)
class ContactIdentityRow {
    @Id
    String kind;

    @Id
    String value;

    @Column(name = "contact_id")
    UUID contactId;

    static ContactIdentityRow of(Key key, UUID contactId) {
        var row = new ContactIdentityRow();
        row.kind = key.kind().name().toLowerCase(Locale.ROOT);
        row.value = key.value();
        row.contactId = contactId;
        return row;
    }

    Key key() {
        return new Key(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), value);
    }

    record Id_(String kind, String value) implements Serializable {}
}
