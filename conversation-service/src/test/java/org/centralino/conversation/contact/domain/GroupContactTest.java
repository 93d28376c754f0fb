package org.centralino.conversation.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.centralino.conversation.contact.domain.Recognition.Key;
import org.centralino.conversation.contact.domain.Recognition.Kind;
import org.centralino.conversation.contact.domain.Succession.Held;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.WhatsAppEvent.Customer;
import org.junit.jupiter.api.Test;

/// A group among the contacts.
class GroupContactTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String GROUP = "Y2FwaV9ncm91cDo4421";
    private static final Customer PIA = new Customer("IT.1", null, "393330000001", null, "Pia Conti");

    private final ContactBook book = new ContactBook(UUID::randomUUID);

    @Test
    void a_group_is_one_contact_however_many_write_in_it() {
        var first = book.recogniseGroup(GROUP, null, NOON);

        assertThat(book.recogniseGroup(GROUP, null, NOON.plusSeconds(1))).isEqualTo(first);
        assertThat(first.isGroup()).isTrue();
        assertThat(first.recipient()).isEqualTo(new Recipient(null, null, GROUP));
        assertThat(book.changed()).containsExactly(first);
    }

    @Test
    void a_group_is_nobody_who_writes_in_it() {
        var group = book.recogniseGroup(GROUP, null, NOON);
        var pia = book.recognise(PIA, NOON);

        assertThat(pia.id()).isNotEqualTo(group.id());
        assertThat(pia.isGroup()).isFalse();
        assertThat(book.clashes()).isEmpty();
        assertThat(book.moved()).isEmpty();
    }

    @Test
    void a_group_is_called_by_its_subject_and_else_by_the_end_of_its_id() {
        assertThat(book.recogniseGroup(GROUP, null, NOON).name()).isEqualTo("…4421");
        assertThat(book.recogniseGroup(GROUP, "Trasloco\nvia Roma", NOON).name())
                .isEqualTo("Trasloco via Roma");
        assertThat(book.recogniseGroup(GROUP, null, NOON).name()).isEqualTo("Trasloco via Roma");
        assertThat(book.recogniseGroup(GROUP, null, NOON)
                        .called("Famiglia Rossi")
                        .name())
                .isEqualTo("Famiglia Rossi");
    }

    @Test
    void only_keys_of_those_who_are_new_are_fresh() {
        var known = new Contact(UUID.randomUUID(), null, null, "Ida Riva", null, "IT.2", null, null);
        book.know(new Key(Kind.BSUID, "IT.2"), known, new Held(known.id(), known.id(), null, false), NOON);

        book.recognise(new Customer("IT.2", null, "393330000002", null, "Ida Riva"), NOON);
        book.recognise(PIA, NOON);
        book.recogniseGroup(GROUP, null, NOON);

        assertThat(book.fresh())
                .containsExactlyInAnyOrder(
                        new Key(Kind.BSUID, "IT.1"), new Key(Kind.WA_ID, "393330000001"), new Key(Kind.GROUP, GROUP));
    }

    @Test
    void who_is_not_known_is_called_by_what_the_platform_tells_of_him() {
        book.recognise(PIA, NOON);

        assertThat(book.nameOf(new Customer("IT.1", null, null, null, null))).isEqualTo("Pia Conti");
        assertThat(book.nameOf(new Customer(null, null, "393330000003", null, null)))
                .isEqualTo("+39 333 000 0003");
    }
}
