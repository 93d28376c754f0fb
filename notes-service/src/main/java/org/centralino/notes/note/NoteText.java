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
import org.centralino.kit.problem.BrokenRule;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
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

    record Flaw(BrokenRule rule, String message) {}

    class Rule implements ConstraintValidator<NoteText, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            var flaw = flawOf(text);
            if (flaw == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.unwrap(HibernateConstraintValidatorContext.class)
                    .withDynamicPayload(flaw.rule())
                    .buildConstraintViolationWithTemplate(flaw.message())
                    .addConstraintViolation();
            return false;
        }

        private static @Nullable Flaw flawOf(@Nullable String text) {
            if (text == null || text.codePoints().allMatch(Rule::isEmpty)) {
                return new Flaw(new BrokenRule("empty", null), "must say something");
            }
            if (text.codePointCount(0, text.length()) > LONGEST) {
                return new Flaw(
                        new BrokenRule("too-long", LONGEST), "must have at most %d characters".formatted(LONGEST));
            }
            if (!UnicodeText.isStorable(text)) {
                return new Flaw(
                        new BrokenRule("no-text", null),
                        "must not contain U+0000 or half of a surrogate pair, which are no characters");
            }
            return null;
        }

        private static boolean isEmpty(int character) {
            return Character.isWhitespace(character) || Character.isSpaceChar(character);
        }
    }
}
