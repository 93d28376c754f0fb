package org.centralino.system.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One HTTP connection that reads no more of an answer than it must: so little code that the measuring machine is left
/// to
/// what is measured.
final class LeanClient implements AutoCloseable {
    private static final int NONE = 0;
    private static final int PATIENCE_MILLIS = 20_000;

    private final URI address;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    LeanClient(URI address) {
        this.address = address;
    }

    /// @return the request as it goes over the wire
    static byte[] request(URI address, String path, String headers, byte[] body) {
        var head = ("POST " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n" + headers
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /// @return a GET as it goes over the wire
    static byte[] get(URI address, String path, String headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// @return who sends these in turn, over a connection of his own; all that is not answered 200 failed
    static Load.Worker asking(URI address, List<byte[]> requests) {
        var client = new LeanClient(address);
        return new Load.Worker() {
            @Override
            public boolean act(int number, long intended) {
                return client.send(requests.get(number % requests.size())) == 200;
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }

    /// @return the HTTP status, 0 when nobody answered
    int send(byte[] request) {
        try {
            if (socket == null) {
                socket = new Socket();
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.connect(new InetSocketAddress("127.0.0.1", address.getPort()), PATIENCE_MILLIS);
                in = new BufferedInputStream(socket.getInputStream());
            }
            socket.getOutputStream().write(request);
            return answer();
        } catch (IOException cut) {
            close();
            return NONE;
        }
    }

    private int answer() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        var inChunks = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            inChunks |= header.equalsIgnoreCase("transfer-encoding: chunked");
        }
        if (inChunks) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private void skipChunks() throws IOException {
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            in.skipNBytes(size);
            line();
        }
        line();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException _) {
            // It is gone either way.
        } finally {
            socket = null;
        }
    }
}
