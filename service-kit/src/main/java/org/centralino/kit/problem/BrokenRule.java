package org.centralino.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import org.centralino.kit.text.MaxCharacters;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jspecify.annotations.Nullable;

/// Which rule a value breaks. A constraint of a service's own says it by its dynamic payload.
///
/// @param code in kebab case; see [Violation]
/// @param limit what it allows, where that is a number
public record BrokenRule(String code, @Nullable Number limit) {
    private static final BrokenRule NOT_SAID = new BrokenRule("invalid", null);

    static BrokenRule of(ConstraintViolation<?> violation) {
        return switch (violation.getConstraintDescriptor().getAnnotation()) {
            case NotNull _ -> new BrokenRule("missing", null);
            case NotBlank _ -> new BrokenRule("empty", null);
            case MaxCharacters most -> new BrokenRule("too-long", most.value());
            case Size size -> of(size, violation.getInvalidValue());
            case PositiveOrZero _ -> new BrokenRule("too-small", 0);
            case DecimalMin least -> new BrokenRule("too-small", new BigDecimal(least.value()));
            case DecimalMax most -> new BrokenRule("too-large", new BigDecimal(most.value()));
            case Pattern _ -> new BrokenRule("malformed", null);
            default -> saidBy(violation);
        };
    }

    private static BrokenRule saidBy(ConstraintViolation<?> violation) {
        HibernateConstraintViolation<?> own = violation.unwrap(HibernateConstraintViolation.class);
        return Objects.requireNonNullElse(own.getDynamicPayload(BrokenRule.class), NOT_SAID);
    }

    private static BrokenRule of(Size size, Object value) {
        return switch (value) {
            case CharSequence text when text.length() > size.max() -> new BrokenRule("too-long", size.max());
            case CharSequence _ -> new BrokenRule("too-short", size.min());
            case Collection<?> all when all.size() < size.min() -> new BrokenRule("too-few", size.min());
            default -> new BrokenRule("too-many", size.max());
        };
    }
}
