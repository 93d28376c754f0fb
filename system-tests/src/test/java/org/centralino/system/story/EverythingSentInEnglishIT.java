package org.centralino.system.story;

import org.centralino.system.browser.Language;
import org.centralino.system.stack.RunningStack;

class EverythingSentInEnglishIT extends EverythingSent {
    EverythingSentInEnglishIT(RunningStack stack) {
        super(Language.ENGLISH, stack);
    }
}
