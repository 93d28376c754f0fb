package org.centralino.conversation.thread;

import static org.centralino.conversation.thread.MadeContents.line;
import static org.centralino.conversation.thread.MadeContents.require;
import static org.centralino.conversation.thread.MadeContents.words;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.centralino.conversation.thread.ReplyContent.ProductSection;
import org.centralino.events.Content;
import org.centralino.events.Content.FromTemplate.OpenedProducts;
import org.centralino.events.Content.ShownProduct;

/// Makes of what an operator chose from a catalogue what the timeline shows: with names and prices as he saw them.
final class CatalogueContents {
    private static final int MOST_PRODUCTS = 30;

    private CatalogueContents() {}

    /// @return what it comes to; fails with a problem when the platform would not take it
    static Content of(ReplyContent.OfCatalogue wanted) {
        return switch (wanted) {
            case ReplyContent.Product(var catalogId, var product, var text, var footer) -> {
                var shown = shown(product);
                var said = line(text);
                yield new Content.Product(
                        Objects.requireNonNull(MadeContents.joined("\n", shown.name(), said), "it has a name"),
                        said,
                        line(footer),
                        words(catalogId),
                        shown);
            }
            case ReplyContent.Products(var catalogId, var text, var header, var footer, var sections) ->
                new Content.Products(
                        words(text),
                        words(header),
                        line(footer),
                        words(catalogId),
                        sections(sections, "content.sections"));
            case ReplyContent.Catalogue(var catalogId, var text, var footer, var thumbnail) ->
                new Content.Catalogue(
                        words(text), line(footer), words(catalogId), thumbnail == null ? null : shown(thumbnail));
        };
    }

    /// @return what a template's button opens; fails with a problem when the platform would not take it
    static OpenedProducts of(ReplyContent.TemplateProducts opened) {
        var sections = Objects.requireNonNullElse(opened.sections(), List.<ProductSection>of());
        return new OpenedProducts(
                words(opened.catalogId()),
                opened.thumbnail() == null ? null : shown(opened.thumbnail()),
                sections(sections, "content.products.sections"));
    }

    private static ShownProduct shown(ReplyContent.ShownProduct product) {
        return new ShownProduct(words(product.productId()), words(product.name()), line(product.price()));
    }

    /// @param path of the sections, for who has to mend them
    private static List<Content.Products.ProductSection> sections(List<ProductSection> sections, String path) {
        require(
                sections.stream().mapToInt(section -> section.products().size()).sum() <= MOST_PRODUCTS,
                path + " hold more products than WhatsApp allows: at most thirty in all.");
        var seen = new HashSet<String>();
        return IntStream.range(0, sections.size())
                .mapToObj(place ->
                        section(sections.get(place), "%s[%d]".formatted(path, place), sections.size() > 1, seen))
                .toList();
    }

    private static Content.Products.ProductSection section(
            ProductSection section, String path, boolean oneOfMany, HashSet<String> seen) {
        var title = line(section.title());
        require(title != null || !oneOfMany, path + ".title is missing: of several sections each needs one.");
        var products = IntStream.range(0, section.products().size())
                .mapToObj(at -> {
                    var product = shown(section.products().get(at));
                    require(
                            seen.add(product.productId()),
                            "%s.products[%d] is among the products twice.".formatted(path, at));
                    return product;
                })
                .toList();
        return new Content.Products.ProductSection(title, products);
    }
}
