package org.centralino.kit.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// How many characters a text has at most, counted as the page counts them: by code points. Most emojis are one, where
/// `@Size` counts two. What is null has none.
@Documented
@Constraint(validatedBy = MaxCharacters.Rule.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface MaxCharacters {
    /// The message for a limit that is the platform's.
    String OF_WHATSAPP = "is longer than WhatsApp allows: at most {value} characters";

    int value();

    String message() default "is longer than {value} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Counts them.
    class Rule implements ConstraintValidator<MaxCharacters, CharSequence> {
        private int most;

        @Override
        public void initialize(MaxCharacters constraint) {
            most = constraint.value();
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || text.codePoints().limit(most + 1L).count() <= most;
        }
    }
}
