package org.centralino.simulator.customer;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.centralino.simulator.customer.domain.NewMessage;
import org.centralino.simulator.media.MediaFiles;
import org.centralino.simulator.media.domain.MediaTrouble;
import org.centralino.simulator.platform.Platform;

/// A customer's file goes to the platform, and the message names it.
final class Attaching {
    private Attaching() {}

    /// @param wanted a message to which there is no objection
    /// @return the message as the platform passes it on; the same when it has no file of its own
    static NewMessage attach(NewMessage wanted, MediaFiles files, Platform.Change change) {
        if (!wanted.hasFile() || !(wanted.content() instanceof Map<?, ?> content)) {
            return wanted;
        }
        var now = change.now();
        var file = files.receive(
                Base64.getDecoder().decode(String.valueOf(content.get("data"))),
                String.valueOf(content.get("mime_type")),
                now,
                MediaTrouble.of(content.get("trouble")));
        var told = new LinkedHashMap<String, Object>();
        content.forEach((name, value) -> told.put(String.valueOf(name), value));
        told.remove("data");
        told.remove("trouble");
        told.put("id", file.id());
        told.put("sha256", file.toldHash());
        if (Boolean.TRUE.equals(told.remove("direct"))) {
            told.put("url", files.addressOf(file, now));
        }
        return wanted.with(told);
    }
}
