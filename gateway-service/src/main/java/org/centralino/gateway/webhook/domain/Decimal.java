package org.centralino.gateway.webhook.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers that the platform writes as numbers at one time and as text at another.
final class Decimal {
    /// More digits than any price, quantity or place has.
    private static final int LONGEST = 40;
    /// A ten-millionth of a degree is a centimetre; no currency has more than four places.
    private static final int MOST_PLACES = 10;
    /// No exponents: a few characters of them can mean a number that fills the memory.
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private Decimal() {}

    /// @return the number; null when it is none, or a senseless one
    static @Nullable BigDecimal of(JsonNode value) {
        var plain = switch (value.getNodeType()) {
            case STRING -> value.textValue().strip();
            case NUMBER -> written(value);
            default -> "";
        };
        if (plain.length() > LONGEST || !PLAIN.matcher(plain).matches()) {
            return null;
        }
        var number = new BigDecimal(plain);
        return number.scale() <= MOST_PLACES ? number : number.setScale(MOST_PLACES, RoundingMode.HALF_EVEN);
    }

    private static String written(JsonNode number) {
        return number.isFloatingPointNumber() && Double.isFinite(number.doubleValue())
                ? BigDecimal.valueOf(number.doubleValue()).toPlainString()
                : number.asText();
    }
}
