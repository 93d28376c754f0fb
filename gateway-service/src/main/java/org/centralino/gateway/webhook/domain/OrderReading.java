package org.centralino.gateway.webhook.domain;

import static org.centralino.gateway.webhook.domain.PlatformJson.line;
import static org.centralino.gateway.webhook.domain.PlatformJson.membersOf;
import static org.centralino.gateway.webhook.domain.PlatformJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centralino.events.Content;
import org.centralino.events.Content.Order.Line;
import org.jspecify.annotations.Nullable;

/// Reads orders from the business' catalogue (fact sheet, section 4.2).
final class OrderReading {
    static final int MOST_LINES = 500;
    private static final BigDecimal MOST_OF_ONE = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(1_000_000_000_000L);
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");

    private OrderReading() {}

    /// @return the order; null when it says nothing at all
    static @Nullable Content order(JsonNode order) {
        var text = text(order, "text");
        var catalogId = line(order, "catalog_id");
        var lines = membersOf(order.path("product_items"))
                .flatMap(OrderReading::lineOf)
                .limit(MOST_LINES)
                .toList();
        return text == null && catalogId == null && lines.isEmpty() ? null : new Content.Order(text, catalogId, lines);
    }

    private static Stream<Line> lineOf(JsonNode item) {
        var productId = line(item, "product_retailer_id");
        return productId == null
                ? Stream.empty()
                : Stream.of(new Line(
                        productId,
                        quantity(Decimal.of(item.path("quantity"))),
                        price(Decimal.of(item.path("item_price"))),
                        currency(line(item, "currency"))));
    }

    /// @return how many; none when that is not told, so that nobody takes a guess for an order
    private static int quantity(@Nullable BigDecimal said) {
        return said == null
                        || said.signum() <= 0
                        || said.compareTo(MOST_OF_ONE) > 0
                        || said.stripTrailingZeros().scale() > 0
                ? 0
                : said.intValue();
    }

    private static @Nullable BigDecimal price(@Nullable BigDecimal said) {
        return said == null || said.signum() < 0 || said.compareTo(HIGHEST_PRICE) > 0 ? null : said;
    }

    /// @return the currency, in the form of ISO 4217: browsers refuse to write sums in any other
    private static @Nullable String currency(@Nullable String said) {
        return said != null && CURRENCY.matcher(said).matches() ? said.toUpperCase(Locale.ROOT) : null;
    }
}
