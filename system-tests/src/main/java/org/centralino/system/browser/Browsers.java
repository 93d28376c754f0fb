package org.centralino.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Chromium, with a window for each person, and a camera.
public final class Browsers implements AutoCloseable {
    private static final Path PICTURES = Path.of("target/pictures");
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /// For a machine that does other things as well.
    private static final double PATIENCE_MILLIS = 20_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<Page> pages = new ArrayList<>();

    public Browsers() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                // What is recorded is a tone, and there is a microphone on every machine.
                                "--use-fake-device-for-media-stream",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /// Opens a window that shares nothing with the others, in English, light.
    public Page window() {
        return window(Language.ENGLISH, ColorScheme.LIGHT);
    }

    /// Opens a window that shares nothing with the others.
    public Page window(Language language, ColorScheme scheme) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language.locale())
                .setTimezoneId("Europe/Rome")
                .setPermissions(List.of("microphone"))
                .setColorScheme(scheme)
                .setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        var page = context.newPage();
        pages.add(page);
        return page;
    }

    /// Takes the page in light and in dark, for people to look at.
    public void picture(Page page, String name) {
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.screenshot(new Page.ScreenshotOptions()
                    .setAnimations(ScreenshotAnimations.DISABLED)
                    .setPath(PICTURES.resolve(
                            "%s-%s.png".formatted(name, scheme.name().toLowerCase(java.util.Locale.ROOT)))));
        }
    }

    /// Takes every window, so that one can see why a step failed.
    public void evidenceOf(String failure) {
        for (var i = 0; i < pages.size(); i++) {
            pages.get(i)
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(PICTURES.resolve("failed-%s-%d.png".formatted(failure, i))));
        }
    }

    @Override
    public void close() {
        browser.contexts().forEach(BrowserContext::close);
        browser.close();
        playwright.close();
    }

    private static Path chromium() {
        return Optional.ofNullable(System.getenv("CENTRALINO_CHROMIUM"))
                .map(Path::of)
                .or(Browsers::chromiumOnThePath)
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium, and none is on the PATH. Install it (Debian:"
                                + " apt-get install chromium), or name one in CENTRALINO_CHROMIUM."));
    }

    private static Optional<Path> chromiumOnThePath() {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .map(Path::of)
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
