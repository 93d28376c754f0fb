package org.centralino.conversation.reaction.domain;

import java.util.regex.Pattern;

/// What may stand on a message: a single emoji, whatever it is put together from.
public final class Emoji {
    private static final int LONGEST = 64;
    private static final Pattern ONE = Pattern.compile("\\X");
    /// A picture, a flag, or a key with a number.
    private static final Pattern PICTURE =
            Pattern.compile("[\\p{IsExtended_Pictographic}\\x{1F1E6}-\\x{1F1FF}\\x{20E3}]");

    private Emoji() {}

    public static boolean isOne(String text) {
        return text.length() <= LONGEST
                && ONE.matcher(text).matches()
                && PICTURE.matcher(text).find();
    }
}
