package org.centralino.notes.note;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.centralino.events.UnicodeText;
import org.jspecify.annotations.Nullable;

/// What a note can say: something, but no more than people read, and nothing that is no text.
@Documented
@Constraint(validatedBy = NoteText.Rule.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@interface NoteText {
    int LONGEST = 10_000;

    String message() default "is not the text of a note";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Rule implements ConstraintValidator<NoteText, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            var flaw = flawOf(text);
            if (flaw == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(flaw).addConstraintViolation();
            return false;
        }

        private static @Nullable String flawOf(@Nullable String text) {
            if (text == null || text.codePoints().allMatch(Rule::isEmpty)) {
                return "must say something";
            }
            if (text.codePointCount(0, text.length()) > LONGEST) {
                return "must have at most %d characters".formatted(LONGEST);
            }
            if (!UnicodeText.isStorable(text)) {
                return "must not contain U+0000 or half of a surrogate pair, which are no characters";
            }
            return null;
        }

        private static boolean isEmpty(int character) {
            return Character.isWhitespace(character) || Character.isSpaceChar(character);
        }
    }
}
