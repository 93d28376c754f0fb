package org.centralino.conversation.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.centralino.events.ConversationState.Contact;

@Entity
@Table(name = "contact")
public class ContactRow {
    @Id
    UUID id;

    String name;
    String phone;
    String username;

    @Column(name = "created_at")
    Instant createdAt;

    public Contact contact() {
        return new Contact(id, name, phone, username);
    }
}
