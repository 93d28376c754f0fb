package org.centralino.simulator.platform.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A message that is more than words, as a phone shows it.
///
/// @param words what stands beside the label; null when nothing does
/// @param file the id of its file; null when it has none
/// @param template the template that it is; null when it is none
/// @param question what can be pressed in it; null when nothing can
public record Shown(
        Label label,
        @Nullable String words,
        @Nullable String file,
        @Nullable TemplateCard template,
        @Nullable Question question) {

    public Shown(Label label, @Nullable String words, @Nullable String file) {
        this(label, words, file, null, null);
    }

    /// @param file the id of the file above its words; null when there is none
    public static Shown template(TemplateCard card, @Nullable String file) {
        return new Shown(Label.TEMPLATE, card.body(), file, card, null);
    }

    public static Shown question(Question question) {
        return new Shown(Label.QUESTION, question.body(), null, null, question);
    }

    /// What it is. The page has a word for each in its reader's language.
    public enum Label {
        LOCATION("Location"),
        CONTACTS("Contacts"),
        ORDER("Order"),
        UNSUPPORTED("Unsupported"),
        PHOTO("Photo"),
        VIDEO("Video"),
        VOICE("Voice note"),
        AUDIO("Audio"),
        DOCUMENT("Document"),
        STICKER("Sticker"),
        FORM("Form"),
        CALL_PERMISSION("Call permission"),
        AD("From an ad"),
        OPENED("Chat opened"),
        TEMPLATE("Template"),
        QUESTION("Question");

        private final String english;

        Label(String english) {
            this.english = english;
        }

        /// @return its name in the control API
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @return it in one line of English, for logs and test drivers
    public String line() {
        return words == null || words.isEmpty() ? label.english : "%s: %s".formatted(label.english, words);
    }
}
