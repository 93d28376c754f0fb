package org.centralino.simulator.past.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.simulator.platform.domain.Customer;
import org.junit.jupiter.api.Test;

class PastPiecesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<Customer> GIULIA =
            List.of(Customer.of("Giulia Ferri", "393475550198", null, Customer.Kind.REGULAR));

    @Test
    void all_that_was_written_is_in_the_pieces_and_one_piece_comes_twice() {
        var pieces = pieces(new PastWish(3, 500, 7L, null)).pieces();

        assertThat(idsIn(pieces)).hasSizeGreaterThan(1_400);
        assertThat(pieces).hasSizeGreaterThan(4);
        assertThat(Set.copyOf(pieces)).hasSize(pieces.size() - 1);
    }

    @Test
    void the_same_seed_shuffles_in_the_same_way() {
        var wish = new PastWish(3, 500, 7L, null);

        assertThat(pieces(wish).pieces()).isEqualTo(pieces(wish).pieces());
        assertThat(pieces(wish).pieces())
                .isNotEqualTo(pieces(new PastWish(3, 500, 8L, null)).pieces());
    }

    @Test
    void the_last_days_are_whole_in_the_end() {
        assertThat(pieces(PastWish.ORDINARY).pieces().stream().map(PastPiecesTest::metadata))
                .anySatisfy(metadata ->
                        assertThat(metadata).containsEntry("phase", 2).containsEntry("progress", 100));
    }

    @Test
    void the_newest_files_come_behind_by_the_names_of_their_places() {
        var pieces = pieces(new PastWish(1, 200, 1L, null));

        var files = pieces.files(() -> "700000000000001");

        assertThat(files).isNotEmpty();
        for (var value : files) {
            var message = (Map<?, ?>) ((List<?>) value.values().iterator().next()).getFirst();
            assertThat(idsIn(pieces.pieces())).contains((String) message.get("id"));
        }
    }

    @Test
    void whoever_hands_over_nothing_says_so() {
        var pieces = pieces(new PastWish(null, null, null, true));

        assertThat(pieces.pieces())
                .singleElement()
                .satisfies(value -> assertThat(value.toString()).contains("2593109"));
        assertThat(pieces.files(() -> "1")).isEmpty();
    }

    private static PastPieces pieces(PastWish wish) {
        return new PastPieces(wish, GIULIA, "390299990001", NOW);
    }

    private static Map<String, Object> metadata(Map<String, Object> value) {
        return PastPiecesTest.<Map<String, Object>>at(piece(value), "metadata");
    }

    private static Set<String> idsIn(List<Map<String, Object>> pieces) {
        var ids = new HashSet<String>();
        for (var value : pieces) {
            for (Map<String, Object> thread : PastPiecesTest.<List<Map<String, Object>>>at(piece(value), "threads")) {
                for (Map<String, Object> message : PastPiecesTest.<List<Map<String, Object>>>at(thread, "messages")) {
                    ids.add(String.valueOf(message.get("id")));
                }
            }
        }
        return ids;
    }

    private static Map<String, Object> piece(Map<String, Object> value) {
        return new ArrayList<>(PastPiecesTest.<List<Map<String, Object>>>at(value, "history")).getFirst();
    }

    @SuppressWarnings("unchecked")
    private static <T> T at(Map<String, Object> object, String name) {
        return (T) object.get(name);
    }
}
