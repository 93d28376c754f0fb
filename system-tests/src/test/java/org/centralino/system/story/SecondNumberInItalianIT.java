package org.centralino.system.story;

import org.centralino.system.browser.Language;
import org.centralino.system.stack.RunningStack;

class SecondNumberInItalianIT extends SecondNumber {
    SecondNumberInItalianIT(RunningStack stack) {
        super(Language.ITALIAN, stack);
    }
}
