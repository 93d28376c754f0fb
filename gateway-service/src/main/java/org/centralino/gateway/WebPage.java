package org.centralino.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The one page of the web app, as it was built into this gateway.
@ApplicationScoped
public class WebPage {
    private static final String NO_BUILD = "none";

    private final Optional<String> html;
    private final String build;

    WebPage() {
        var built = read();
        this.build = built.map(Fingerprint::of).orElse(NO_BUILD);
        this.html = built.map(page -> withBuild(page, build));
    }

    /// @return what a browser gets; nothing in a gateway that was built without the web app
    public Optional<String> html() {
        return html;
    }

    /// Names the build of the web app: the same sources have the same one on every replica. The page names the files
    /// of the app by their contents, so any other app has another page.
    public String build() {
        return build;
    }

    /// The page says itself of which build it is, so that it can tell later whether the gateway has a newer one.
    private static String withBuild(String page, String build) {
        return page.replaceFirst("</head>", "<meta name=\"centralino-build\" content=\"" + build + "\"></head>");
    }

    private static Optional<String> read() {
        try (var file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources/index.html")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
