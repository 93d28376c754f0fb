package org.centralino.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @Test
    void every_line_is_read_as_it_was_written(@TempDir Path folder) {
        var file = folder.resolve("ledger.jsonl");
        var id = UUID.randomUUID();
        try (var ledger = Ledger.at(file)) {
            ledger.write(new Entry.MessagePosted("wamid.1", "IT.1", Instant.EPOCH, "è arrivato? 😊"));
            ledger.write(new Entry.MessageAnswered("wamid.1", 200));
            ledger.write(new Entry.ReplyPosted(id, id, "Anna", "Sì"));
            ledger.write(new Entry.ReplyAnswered(id, 0));
            ledger.write(new Entry.EmojiPosted(id, "wamid.1", "👍"));
            ledger.write(new Entry.EmojiAnswered(id, 202));
            ledger.write(new Entry.NotePosted(id, id, "solo noi"));
            ledger.write(new Entry.NoteAnswered(id, 201));

            assertThat(Ledger.read(file)).isEqualTo(ledger.entries()).hasSize(8);
        }
    }
}
