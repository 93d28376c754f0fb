package org.centralino.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLongArray;
import org.centralino.system.stack.Interrupted;
import org.jspecify.annotations.Nullable;

/// Operators who look on, each by a socket, and when each message came to the first and to the last of those
/// who may see it. One event loop hears all of them.
final class Audience implements AutoCloseable {
    private static final byte[] IN_CONVERSATION = "\"conversationId\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int UUID_LENGTH = 36;
    private static final int AT_ONCE = 25;
    /// As the page does.
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Those who see the same conversations.
    ///
    /// @param token of the operator, or of one who stands for all
    /// @param sockets how many windows are open
    record Team(String token, int sockets) {}

    /// What is looked for.
    ///
    /// @param wamids what the messages' ids begin with
    /// @param messages how many there will be
    /// @param teamOf the team that holds a conversation; what is not in it may be seen by everybody
    record Programme(String wamids, int messages, Map<String, Integer> teamOf) {
        static Programme of(Webhooks webhooks, Map<String, Integer> teamOf) {
            return new Programme(webhooks.wamids(), webhooks.count(), teamOf);
        }
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetClient client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
    private final URI gateway;
    private final boolean returns;
    private final List<Team> teams;
    private final Programme programme;
    private final byte[] wamids;
    private final AtomicLongArray begun;
    private final int[] seenBy;
    private final CountDownLatch complete;
    private final Measured first = new Measured();
    private final Measured last = new Measured();
    private volatile int strayed;
    private volatile int repeated;
    private volatile @Nullable String cut;
    private volatile boolean closing;

    private Audience(URI gateway, List<Team> teams, Programme programme, boolean returns) {
        this.gateway = gateway;
        this.returns = returns;
        this.teams = teams;
        this.programme = programme;
        this.wamids = programme.wamids().getBytes(StandardCharsets.US_ASCII);
        this.begun = new AtomicLongArray(programme.messages());
        this.seenBy = new int[programme.messages()];
        this.complete = new CountDownLatch(programme.messages());
    }

    /// Comes back when the server has greeted every socket.
    static Audience of(URI gateway, List<Team> teams, Programme programme) {
        return seated(new Audience(gateway, teams, programme, false));
    }

    /// Who is cut off comes back, as a browser does, and goes on from where it was at first.
    static Audience returning(URI gateway, List<Team> teams, Programme programme) {
        return seated(new Audience(gateway, teams, programme, true));
    }

    private static Audience seated(Audience audience) {
        try {
            audience.take();
            return audience;
        } catch (RuntimeException refused) {
            audience.close();
            throw refused;
        }
    }

    private void take() {
        for (var team = 0; team < teams.size(); team++) {
            for (var open = 0; open < teams.get(team).sockets(); open += AT_ONCE) {
                var opening = new ArrayList<Future<?>>();
                for (var i = open; i < Math.min(open + AT_ONCE, teams.get(team).sockets()); i++) {
                    opening.add(new Seat(team).open());
                }
                await(Future.all(opening));
            }
        }
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            throw new IllegalStateException("Not every socket could be opened", refused);
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }

    /// A message is about to be sent.
    void begins(int number, long intended) {
        begun.set(number, intended);
    }

    /// Comes back when everybody has every message that he may see.
    ///
    /// @throws IllegalStateException when somebody was cut off, or something did not come
    void awaitAll() {
        try {
            var isComplete = complete.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            var why = cut;
            if (!isComplete || why != null) {
                throw new IllegalStateException("%d messages did not reach everybody; %s"
                        .formatted(complete.getCount(), why == null ? "nobody was cut off" : "cut off: " + why));
            }
        } catch (InterruptedException stopped) {
            throw Interrupted.on(stopped);
        }
    }

    /// @return from when a message was meant to be sent until the first operator had it
    Measured first() {
        return first;
    }

    /// @return until the last who may see it had it
    Measured last() {
        return last;
    }

    /// @return frames of conversations that were not for who got them
    int strayed() {
        return strayed;
    }

    /// @return messages that came to a socket more than once
    int repeated() {
        return repeated;
    }

    int sockets() {
        return teams.stream().mapToInt(Team::sockets).sum();
    }

    @Override
    public void close() {
        closing = true;
        await(vertx.close());
    }

    /// One socket. It and what it counts belong to the event loop.
    private final class Seat implements LeanSocket.Listener {
        private final int team;
        private final BitSet seen = new BitSet(programme.messages());

        private @Nullable JsonNode begin;
        private long pause = FIRST_PAUSE.toMillis();
        private boolean isComingBack;

        Seat(int team) {
            this.team = team;
        }

        Future<Void> open() {
            return LeanSocket.open(client, gateway, teams.get(team).token(), this);
        }

        @Override
        public JsonNode place(JsonNode server) {
            pause = FIRST_PAUSE.toMillis();
            if (begin == null) {
                begin = server;
            }
            return begin;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // The event loop alone writes them.
        public void text(byte[] bytes, int from, int to) {
            var now = System.nanoTime();
            if (isOfAnotherTeam(bytes, from, to)) {
                strayed++;
                return;
            }
            var wamid = Bytes.indexOf(bytes, from, to, wamids);
            if (wamid < 0) {
                return;
            }
            var number = Bytes.number(bytes, wamid + wamids.length, to);
            if (seen.get(number)) {
                repeated++;
                return;
            }
            seen.set(number);
            arrived(number, now);
        }

        private boolean isOfAnotherTeam(byte[] bytes, int from, int to) {
            if (programme.teamOf().isEmpty()) {
                return false;
            }
            var named = Bytes.indexOf(bytes, from, to, IN_CONVERSATION);
            if (named < 0) {
                return false;
            }
            var id = new String(bytes, named + IN_CONVERSATION.length, UUID_LENGTH, StandardCharsets.US_ASCII);
            return programme.teamOf().getOrDefault(id, team) != team;
        }

        private void arrived(int number, long now) {
            var took = now - begun.get(number);
            if (seenBy[number]++ == 0) {
                first.took(took);
            }
            if (seenBy[number] == teams.get(team).sockets()) {
                last.took(took);
                complete.countDown();
            }
        }

        @Override
        public void closed(String why) {
            if (closing) {
                return;
            }
            if (returns) {
                comeBack();
            } else {
                cut = why;
            }
        }

        private void comeBack() {
            if (isComingBack) {
                return;
            }
            isComingBack = true;
            var wait = pause / 2 + ThreadLocalRandom.current().nextLong(1 + pause / 2);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis());
            vertx.setTimer(wait, _ -> {
                isComingBack = false;
                if (!closing) {
                    open().onFailure(_ -> comeBack());
                }
            });
        }
    }
}
