package org.centralino.system.story;

import org.centralino.system.browser.Language;
import org.centralino.system.stack.RunningStack;

class SecondNumberInEnglishIT extends SecondNumber {
    SecondNumberInEnglishIT(RunningStack stack) {
        super(Language.ENGLISH, stack);
    }
}
