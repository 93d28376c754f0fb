package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.centralino.events.Content;
import org.centralino.events.Content.Products.ProductSection;

/// Products of a catalogue as the platform wants them (fact sheet, section 8.4). It shows their names, prices and
/// pictures as the catalogue has them at that moment.
final class CloudProducts {
    private static final String ACTION = "action";
    private static final String CATALOGUE = "catalog_id";
    private static final String PRODUCT = "product_retailer_id";

    private CloudProducts() {}

    static ObjectNode of(Content.Product shown) {
        var body = CloudQuestion.words("product", shown.words(), null, shown.footer());
        body.putObject(ACTION)
                .put(CATALOGUE, shown.catalogId())
                .put(PRODUCT, shown.product().productId());
        return body;
    }

    static ObjectNode of(Content.Products shown) {
        var body = CloudQuestion.words("product_list", shown.text(), shown.header(), shown.footer());
        sections(body.putObject(ACTION).put(CATALOGUE, shown.catalogId()), shown.sections());
        return body;
    }

    /// Into a message or a template's button, which name products in the same way.
    static void sections(ObjectNode action, List<ProductSection> sections) {
        var list = action.putArray("sections");
        for (var section : sections) {
            var part = list.addObject();
            if (section.title() != null) {
                part.put("title", section.title());
            }
            var items = part.putArray("product_items");
            section.products().forEach(product -> items.addObject().put(PRODUCT, product.productId()));
        }
    }

    static ObjectNode of(Content.Catalogue shown) {
        var body = CloudQuestion.words("catalog_message", shown.text(), null, shown.footer());
        var action = body.putObject(ACTION).put("name", "catalog_message");
        if (shown.thumbnail() != null) {
            action.putObject("parameters")
                    .put("thumbnail_product_retailer_id", shown.thumbnail().productId());
        }
        return body;
    }
}
