package org.centralino.outbound.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.centralino.outbound.catalogue.domain.Catalogue;
import org.centralino.outbound.catalogue.domain.Product;
import org.centralino.outbound.catalogue.domain.ProductPage;
import org.jspecify.annotations.Nullable;

/// Catalogues and their products. The token needs the permission `catalog_management`, and its system user the
/// catalogue. A call waits for its answer, so it is for a thread that may wait.
@ApplicationScoped
public class CloudCatalogues {
    private static final int AT_ONCE = 50;

    private final Graph graph;
    private final ObjectMapper json;

    CloudCatalogues(Graph graph, ObjectMapper json) {
        this.graph = graph;
        this.json = json;
    }

    /// @param phoneNumberId a number of the account, by whose token it is asked
    /// @return the catalogues that are connected to a WhatsApp Business account; it never fails
    public PlatformAnswer<List<Catalogue>> of(String accountId, String phoneNumberId) {
        return PlatformAnswer.of(
                graph.callBy(
                        phoneNumberId,
                        "GET",
                        Graph.encoded(accountId) + "/product_catalogs?fields=id,name&limit=" + AT_ONCE,
                        null),
                answer -> answer.path("data").isArray()
                        ? Optional.of(catalogues(answer.path("data")))
                        : Optional.empty());
    }

    /// @param named what the products' names hold; null for all
    /// @param after where the page before ended; null for the first
    /// @param phoneNumberId the number by whose token it is asked
    /// @return it never fails
    public PlatformAnswer<ProductPage> products(
            String catalogId, @Nullable String named, @Nullable String after, String phoneNumberId) {
        var path = new StringBuilder(Graph.encoded(catalogId))
                .append("/products?fields=retailer_id,name,price,availability&limit=")
                .append(AT_ONCE);
        if (named != null) {
            var filter = json.createObjectNode();
            filter.putObject("name").put("i_contains", named);
            path.append("&filter=").append(Graph.encoded(filter.toString()));
        }
        if (after != null) {
            path.append("&after=").append(Graph.encoded(after));
        }
        return PlatformAnswer.of(graph.callBy(phoneNumberId, "GET", path.toString(), null), CloudCatalogues::page);
    }

    private static List<Catalogue> catalogues(JsonNode data) {
        var found = new ArrayList<Catalogue>();
        for (var catalogue : data) {
            var id = CloudAnswer.words(catalogue, "id");
            if (id != null) {
                found.add(new Catalogue(id, CloudAnswer.words(catalogue, "name")));
            }
        }
        return found;
    }

    private static Optional<ProductPage> page(JsonNode answer) {
        if (!answer.path("data").isArray()) {
            return Optional.empty();
        }
        var products = new ArrayList<Product>();
        for (var product : answer.path("data")) {
            var id = CloudAnswer.words(product, "retailer_id");
            var name = CloudAnswer.words(product, "name");
            if (id != null && name != null) {
                products.add(new Product(
                        id,
                        name,
                        CloudAnswer.words(product, "price"),
                        Product.isAvailable(CloudAnswer.words(product, "availability"))));
            }
        }
        return Optional.of(new ProductPage(products, CloudAnswer.next(answer)));
    }
}
