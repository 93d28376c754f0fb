package org.centralino.conversation.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.centralino.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns();
    private final List<CompletableFuture<String>> begun = new ArrayList<>();

    @Test
    void who_comes_when_four_are_under_way_waits_for_one_of_them_to_end() {
        for (var i = 0; i < 4; i++) {
            search(UUID.randomUUID());
        }

        var fifth = search(UUID.randomUUID());

        assertThat(begun).hasSize(4);
        begun.getFirst().completeExceptionally(new IllegalStateException("given up"));
        assertThat(begun).hasSize(5);
        begun.get(4).complete("found");
        fifth.assertCompleted().assertItem("found");
    }

    @Test
    void who_has_three_under_way_is_refused_the_fourth_until_one_ends() {
        var impatient = UUID.randomUUID();
        for (var i = 0; i < 3; i++) {
            search(impatient);
        }

        search(impatient).assertFailedWith(ProblemException.class);

        begun.getFirst().complete("found");
        search(impatient);
        assertThat(begun).hasSize(4);
    }

    private UniAssertSubscriber<String> search(UUID operator) {
        return turns.take(operator, this::begin).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private Uni<String> begin() {
        var work = new CompletableFuture<String>();
        begun.add(work);
        return Uni.createFrom().completionStage(work);
    }
}
