package org.centralino.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.centralino.system.stack.Operator;
import org.centralino.system.stack.Part;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Signing in, when what Keycloak stands on dies.
@ExtendWith(Product.class)
class SignInIT {
    private final RunningStack stack;

    SignInIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void whoever_signs_in_after_the_database_was_killed_is_let_in() {
        assertThat(statusesOfSigningIn()).containsOnly(200);

        stack.kill(Part.POSTGRES);
        stack.mend();

        assertThat(statusesOfSigningIn()).containsOnly(200);
    }

    /// Each at once, so that several connections to the database are needed.
    private List<Integer> statusesOfSigningIn() {
        var answers = Stream.of(Operator.ANNA, Operator.BRUNO, Operator.CARLA, Operator.DARIO, Operator.ELENA)
                .map(operator -> CompletableFuture.supplyAsync(
                        () -> stack.tokens().signIn(operator).status(), Thread::startVirtualThread))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
