package org.centralino.conversation.words.domain;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.events.Content;
import org.centralino.events.Content.Choice;
import org.centralino.events.Content.Contacts;
import org.centralino.events.Content.Contacts.Card;
import org.centralino.events.Content.Contacts.Entry;
import org.centralino.events.Content.Form;
import org.centralino.events.Content.FromTemplate.OpenedProducts;
import org.centralino.events.Content.FromTemplate.PlaceAbove;
import org.centralino.events.Content.FromTemplate.SentCard;
import org.centralino.events.Content.Order;
import org.centralino.events.Content.Products.ProductSection;
import org.centralino.events.Template;
import org.jspecify.annotations.Nullable;

/// Everything of a message that can be looked for, as one text: what was written, captions and
/// names of files, what stands on contact cards, places, lines of an order, answers.
public final class Said {
    /// Longer than anything that people write.
    private static final int LONGEST = 20_000;

    private Said() {}

    /// @return one line for each thing; empty when the message has no words
    public static String in(Content content) {
        var lines = Stream.concat(Stream.of(line(content.text())), more(content))
                .filter(line -> !line.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
        return lines.length() <= LONGEST ? lines : lines.substring(0, LONGEST);
    }

    /// What the words of a content leave out.
    private static Stream<String> more(Content content) {
        return switch (content) {
            case Contacts contacts -> contacts.cards().stream().flatMap(Said::onCard);
            case Order order -> order.lines().stream().map(Order.Line::productId);
            case Choice choice -> Stream.of(line(choice.description()));
            case Form form -> form.fields().stream().map(Form.Field::value);
            case Content.FromTemplate sent ->
                Stream.concat(
                        Stream.of(
                                line(sent.header()),
                                line(sent.footer()),
                                sent.offer() == null ? "" : sent.offer().text()),
                        Stream.concat(
                                sent.buttons().stream().map(Template.Button::text),
                                Stream.concat(
                                        Stream.concat(onPlace(sent.placeAbove()), onCards(sent.cards())),
                                        opened(sent.products()))));
            case Content.Buttons question ->
                Stream.concat(
                        Stream.of(line(question.header()), line(question.footer())),
                        question.buttons().stream().map(Content.Buttons.ReplyButton::text));
            case Content.Options question ->
                Stream.concat(
                        Stream.of(line(question.header()), line(question.footer())),
                        question.sections().stream().flatMap(Said::inSection));
            case Content.Link link -> Stream.of(line(link.header()), line(link.footer()), link.button(), link.url());
            case Content.Product product ->
                Stream.of(line(product.footer()), product.product().productId());
            case Content.Products products ->
                Stream.concat(
                        Stream.of(products.header(), line(products.footer())),
                        products.sections().stream().flatMap(Said::inSection));
            case Content.Catalogue catalogue -> Stream.of(line(catalogue.footer()));
            case Content.Text _,
                    Content.LocationRequest _,
                    Content.Location _,
                    Content.CallPermission _,
                    Content.Image _,
                    Content.Video _,
                    Content.Audio _,
                    Content.Voice _,
                    Content.Document _,
                    Content.Sticker _,
                    Content.Call _,
                    Content.Revoked _,
                    Content.Unsupported _ -> Stream.empty();
        };
    }

    private static Stream<String> onPlace(@Nullable PlaceAbove place) {
        return place == null ? Stream.empty() : Stream.of(line(place.name()), line(place.address()));
    }

    private static Stream<String> opened(@Nullable OpenedProducts products) {
        return products == null ? Stream.empty() : products.sections().stream().flatMap(Said::inSection);
    }

    private static Stream<String> inSection(ProductSection section) {
        return Stream.concat(
                Stream.of(line(section.title())),
                section.products().stream().flatMap(it -> Stream.of(it.name(), it.productId())));
    }

    private static Stream<String> onCards(@Nullable List<SentCard> cards) {
        return Objects.requireNonNullElse(cards, List.<SentCard>of()).stream()
                .flatMap(card -> Stream.concat(
                        Stream.of(line(card.text())), card.buttons().stream().map(Template.Button::text)));
    }

    private static Stream<String> inSection(Content.Options.OptionSection section) {
        return Stream.concat(
                Stream.of(line(section.title())),
                section.rows().stream().flatMap(row -> Stream.of(row.title(), line(row.description()))));
    }

    private static Stream<String> onCard(Card card) {
        return Stream.concat(
                Stream.of(line(card.organization())),
                Stream.of(card.phones(), card.emails(), card.addresses())
                        .flatMap(lines -> lines.stream().map(Entry::value)));
    }

    private static String line(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
