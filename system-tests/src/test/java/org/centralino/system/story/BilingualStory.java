package org.centralino.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.centralino.system.browser.Browsers;
import org.centralino.system.browser.Language;
import org.centralino.system.stack.Product;
import org.centralino.system.stack.RunningStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// A story that is played in each language: in English by day, in Italian by night.
@ExtendWith({Product.class, Steps.class})
@TestMethodOrder(OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BilingualStory implements Photographed {
    static final Locator.GetByLabelOptions EXACTLY = new Locator.GetByLabelOptions().setExact(true);

    final Language language;
    final RunningStack stack;
    final Browsers browsers = new Browsers();
    private final String name;

    /// @param name what its pictures are called by
    BilingualStory(String name, Language language, RunningStack stack) {
        this.name = name;
        this.language = language;
        this.stack = stack;
    }

    @AfterAll
    void closeTheWindows() {
        browsers.close();
    }

    @Override
    public final void photograph(String step) {
        browsers.evidenceOf(language + "-" + step);
    }

    final Page window() {
        return browsers.window(language, language == Language.ITALIAN ? ColorScheme.DARK : ColorScheme.LIGHT);
    }

    final Locator button(Locator place, String key) {
        return place.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(language.says(key)).setExact(true));
    }

    /// A picture for people, and the rules of accessibility.
    final void isWell(Page shown, String what) {
        shown.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/%s-%s-%s.png".formatted(name, language, what))));
        assertThat(Axe.violations(shown)).as("%s, %s", what, language).isEmpty();
    }
}
