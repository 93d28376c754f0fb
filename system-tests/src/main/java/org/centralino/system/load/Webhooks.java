package org.centralino.system.load;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.centralino.system.load.Load.Worker;
import org.centralino.system.stack.Simulator.Customer;
import org.centralino.system.stack.WhatsAppPlatform;
import org.centralino.system.stack.WhatsAppPlatform.Message;

/// Webhooks with one text message each, made and signed before the clock runs.
///
/// @param wamids the ids of their messages
/// @param requests as they go over the wire
record Webhooks(URI address, String[] wamids, byte[][] requests) {
    private static final int CUSTOMERS = 500;
    private static final String PATH = "/webhooks/whatsapp";

    /// @param run tells them from those of other runs
    static Webhooks of(URI address, String run, int count, Instant at) {
        var wamids = new String[count];
        var requests = new byte[count][];
        for (var n = 0; n < count; n++) {
            wamids[n] = "wamid.LOAD.%s.%d".formatted(run, n);
            var customer = customer(n % CUSTOMERS);
            var text = "number %d of %s, as long as what people write when they ask for their order".formatted(n, run);
            var body = WhatsAppPlatform.webhook(List.of(new Message(wamids[n], customer, at, text)));
            var signature = "%s: %s\r\n".formatted(WhatsAppPlatform.SIGNATURE, WhatsAppPlatform.sign(body));
            requests[n] = LeanClient.request(address, PATH, signature, body);
        }
        return new Webhooks(address, wamids, requests);
    }

    private static Customer customer(int n) {
        var number = "3934000%05d".formatted(n);
        return new Customer("load-" + n, "Load " + n, number, "IT.5" + number);
    }

    int count() {
        return wamids.length;
    }

    /// @return posts them; a webhook went well when it was answered 200
    Worker worker() {
        return worker((_, _) -> {});
    }

    interface Watch {
        void begins(String wamid, long intended);
    }

    /// @param watch hears of each message before it is sent
    Worker worker(Watch watch) {
        var client = new LeanClient(address);
        return new Worker() {
            @Override
            public boolean act(int number, long intended) {
                watch.begins(wamids[number], intended);
                return client.send(requests[number]) == 200;
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }
}
