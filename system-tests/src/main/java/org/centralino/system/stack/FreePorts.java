package org.centralino.system.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/// Ports for servers that start later, in processes of their own.
///
/// They lie below those that systems give to outgoing connections (on Linux from 32768). From there, whoever
/// asks again and again whether a server is up may be given the server's own port to ask from: he is then
/// connected to himself, and the server finds its port taken.
public final class FreePorts {
    private static final int FIRST = 15_000;
    private static final int END = 32_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /// @return a port that nobody listens on now, and that this JVM was not given before
    public static int next() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
