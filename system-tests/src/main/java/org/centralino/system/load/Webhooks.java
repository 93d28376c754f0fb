package org.centralino.system.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.centralino.system.load.Load.Worker;
import org.centralino.system.stack.Simulator.Customer;
import org.centralino.system.stack.WhatsAppPlatform;
import org.centralino.system.stack.WhatsAppPlatform.Message;

/// Webhooks with one text message each, written into a form and signed as they are sent: that takes some
/// microseconds, and no memory however many there are.
final class Webhooks {
    static final String PATH = "/webhooks/whatsapp";

    private final URI address;
    private final String run;
    private final int count;
    private final Crowd crowd;
    /// What is always the same, and between that the names of what is not.
    private final String[] form;

    /// @param run tells them from those of other runs
    Webhooks(URI address, String run, int count, Crowd crowd, Instant at) {
        this.address = address;
        this.run = run;
        this.count = count;
        this.crowd = crowd;
        var anybody = new Customer("", "@name@", "@phone@", "IT.5@phone@");
        var message = new Message("@wamid@", anybody, at, "@text@");
        this.form = new String(WhatsAppPlatform.webhook(List.of(message)), StandardCharsets.US_ASCII).split("@");
    }

    URI address() {
        return address;
    }

    int count() {
        return count;
    }

    Crowd crowd() {
        return crowd;
    }

    /// @return what the ids of all messages begin with; the message's number follows
    String wamids() {
        return "wamid.LOAD." + run + ".";
    }

    /// @return posts them; a webhook went well when it was answered 200
    Worker worker() {
        return worker((_, _) -> {});
    }

    interface Watch {
        void begins(int number, long intended);
    }

    /// @param watch hears of each message before it is sent
    Worker worker(Watch watch) {
        var client = new LeanClient(address);
        var signer = WhatsAppPlatform.mac(WhatsAppPlatform.APP_SECRET);
        return new Worker() {
            @Override
            public boolean act(int number, long intended) {
                watch.begins(number, intended);
                var body = body(number);
                var signature = WhatsAppPlatform.SIGNATURE + ": " + WhatsAppPlatform.sign(body, signer) + "\r\n";
                return client.send(LeanClient.request(address, PATH, signature, body)) == 200;
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }

    private byte[] body(int number) {
        var body = new StringBuilder(1_000);
        for (var part = 0; part < form.length; part++) {
            if (part % 2 == 0) {
                body.append(form[part]);
            } else {
                write(form[part], number, body);
            }
        }
        return body.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void write(String name, int number, StringBuilder body) {
        var customer = crowd.writerOf(number);
        switch (name) {
            case "name" -> body.append(crowd.nameOf(customer));
            case "phone" -> body.append(crowd.phoneOf(customer));
            case "wamid" -> body.append(wamids()).append(number);
            case "text" ->
                body.append("number ")
                        .append(number)
                        .append(" of ")
                        .append(run)
                        .append(", as long as what people write when they ask for their order");
            default -> throw new IllegalStateException("Nothing is known of " + name);
        }
    }
}
