package org.centralino.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Asks the server of its own container whether it is well, for engines that run a command to know it. Images need
/// neither a shell nor curl for it. Bare sockets, because it runs every few seconds and each class costs.
public final class Probe {
    private static final int PATIENCE_MILLIS = 3_000;

    private Probe() {}

    /// @param words the port; then the path that has to answer 200, unless it is enough that somebody listens
    public static void main(String[] words) {
        System.exit(isWell(Integer.parseInt(words[0]), words.length > 1 ? words[1] : "") ? 0 : 1);
    }

    static boolean isWell(int port, String path) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return path.isEmpty() || answersWell(socket, path);
        } catch (IOException noAnswer) {
            return false;
        }
    }

    private static boolean answersWell(Socket socket, String path) throws IOException {
        var request = "GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        var status = answer.readLine();
        return status != null && status.matches("HTTP/1\\.[01] 200 .*");
    }
}
