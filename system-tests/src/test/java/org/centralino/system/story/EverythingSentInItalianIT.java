package org.centralino.system.story;

import org.centralino.system.browser.Language;
import org.centralino.system.stack.RunningStack;

class EverythingSentInItalianIT extends EverythingSent {
    EverythingSentInItalianIT(RunningStack stack) {
        super(Language.ITALIAN, stack);
    }
}
