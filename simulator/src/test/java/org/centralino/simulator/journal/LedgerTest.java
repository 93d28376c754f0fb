package org.centralino.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path folder;

    @Test
    void all_items_can_be_read_page_by_page() {
        var ledger = filled(1_000);

        var first = ledger.after(0, 400);
        var second = ledger.after(first.sequence(), 400);
        var third = ledger.after(second.sequence(), 400);

        assertThat(first.items()).hasSize(400);
        assertThat(third.items()).hasSize(200);
        assertThat(third.more()).isFalse();
        assertThat(numbers(second)).first().isEqualTo(401L);
        assertThat(ledger.after(third.sequence(), 400).items()).isEmpty();
    }

    @Test
    void it_goes_on_where_it_was_after_a_restart() {
        filled(300);

        var again = new Ledger(folder, "calls");
        again.add(PlainJson.MAPPER.createObjectNode());

        assertThat(numbers(again.after(298, 10))).containsExactly(299L, 300L, 301L);
    }

    @Test
    void numbers_are_not_used_twice_when_it_is_cleared() {
        var ledger = filled(5);

        ledger.clear();
        ledger.add(PlainJson.MAPPER.createObjectNode());

        assertThat(numbers(ledger.after(0, 10))).containsExactly(6L);
        assertThat(numbers(new Ledger(folder, "calls").after(0, 10))).containsExactly(6L);
    }

    private Ledger filled(int size) {
        var ledger = new Ledger(folder, "calls");
        for (var item = 0; item < size; item++) {
            ledger.add(PlainJson.MAPPER.createObjectNode().put("item", item));
        }
        return ledger;
    }

    private static List<Long> numbers(Ledger.Page page) {
        return page.items().stream().map(item -> item.path("sequence").asLong()).toList();
    }
}
