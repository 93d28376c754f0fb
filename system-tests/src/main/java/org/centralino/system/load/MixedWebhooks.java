package org.centralino.system.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.centralino.system.load.Load.Worker;
import org.centralino.system.load.MixedKinds.Kind;
import org.centralino.system.load.Webhooks.Watch;
import org.centralino.system.stack.WhatsAppPlatform;

/// Bodies of every kind in turn, each signed as it is sent.
final class MixedWebhooks {
    private static final Pattern NAME = Pattern.compile("@(\\w+)@");
    private static final int SHOWN_PER_CYCLE =
            (int) MixedKinds.ALL.stream().filter(Kind::isShown).count();

    private final String run;
    private final int count;
    private final Crowd crowd;
    private final Instant at;
    private final Map<String, String> files;

    /// @param run tells the ids from those of other runs
    /// @param files the platform's ids of a `photo`, a `voice` note and a `sticker`
    MixedWebhooks(String run, int count, Crowd crowd, Instant at, Map<String, String> files) {
        this.run = run;
        this.count = count;
        this.crowd = crowd;
        this.at = at;
        this.files = files;
    }

    /// @return what the ids of the messages that are looked for begin with; their number follows
    String wamids() {
        return "wamid.MIXED." + run + ".";
    }

    /// @return how many messages are looked for
    int shown() {
        var shown = count / MixedKinds.ALL.size() * SHOWN_PER_CYCLE;
        for (var rest = count % MixedKinds.ALL.size() - 1; rest >= 0; rest--) {
            shown += MixedKinds.ALL.get(rest).isShown() ? 1 : 0;
        }
        return shown;
    }

    /// @param body the number of a body
    /// @return the number of the message in it that is looked for
    OptionalInt shownIn(int body) {
        if (!kind(body).isShown()) {
            return OptionalInt.empty();
        }
        var before = (int) MixedKinds.ALL.subList(0, body % MixedKinds.ALL.size()).stream()
                .filter(Kind::isShown)
                .count();
        return OptionalInt.of(cycle(body) * SHOWN_PER_CYCLE + before);
    }

    /// @param watch hears of each message that is looked for, before it is sent
    Worker worker(URI address, Watch watch) {
        var client = new LeanClient(address);
        var signer = WhatsAppPlatform.mac(WhatsAppPlatform.APP_SECRET);
        return new Worker() {
            @Override
            public boolean act(int number, long intended) {
                shownIn(number).ifPresent(shown -> watch.begins(shown, intended));
                var body = body(number);
                var signature = WhatsAppPlatform.SIGNATURE + ": " + WhatsAppPlatform.sign(body, signer) + "\r\n";
                return client.send(LeanClient.request(address, Webhooks.PATH, signature, body)) == 200;
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }

    byte[] body(int number) {
        var kind = kind(number);
        var customer = crowd.writerOf(kind.isOfTarget() ? cycle(number) : number);
        var names = new HashMap<>(files);
        names.put("n", Integer.toString(number));
        names.put("run", run);
        names.put("now", Long.toString(at.getEpochSecond()));
        names.put("name", crowd.nameOf(customer));
        names.put("phone", crowd.phoneOf(customer));
        names.put("target", "wamid.TARGET.%s.%d".formatted(run, cycle(number)));
        names.put("other", "wamid.OTHER.%s.%d".formatted(run, number));
        shownIn(number).ifPresent(shown -> names.put("wamid", wamids() + shown));
        var change = NAME.matcher(kind.change())
                .replaceAll(name -> Matcher.quoteReplacement(names.getOrDefault(name.group(1), name.group())));
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"%s\",\"changes\":[%s]}]}"
                .formatted(WhatsAppPlatform.WABA, change)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Kind kind(int body) {
        return MixedKinds.ALL.get(body % MixedKinds.ALL.size());
    }

    private static int cycle(int body) {
        return body / MixedKinds.ALL.size();
    }
}
