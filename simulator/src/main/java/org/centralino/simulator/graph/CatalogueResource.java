package org.centralino.simulator.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.centralino.simulator.catalogue.Catalogues;
import org.centralino.simulator.catalogue.domain.Catalogue.Product;
import org.centralino.simulator.graph.domain.GraphError;
import org.centralino.simulator.journal.PlainJson;
import org.centralino.simulator.platform.domain.Scope;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The catalogues of an account, and the products of one.
@Path("/")
class CatalogueResource {
    private static final int AT_ONCE = 25;

    private final Admission admission;
    private final Catalogues catalogues;

    CatalogueResource(Admission admission, Catalogues catalogues) {
        this.admission = admission;
        this.catalogues = catalogues;
    }

    @GET
    @Path("{version: v[0-9.]+}/{waba}/product_catalogs")
    public Response catalogues(
            @RestPath String version,
            @RestPath String waba,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return admission
                .toAccount("get", waba, authorization, Scope.CATALOGUE)
                .orElseGet(() -> GraphAnswer.of(
                        200,
                        Map.of(
                                "data",
                                catalogues.ofAccount(waba).stream()
                                        .map(found -> Map.of("id", found.id(), "name", found.name()))
                                        .toList())));
    }

    @GET
    @Path("{version: v[0-9.]+}/{catalogue}/products")
    public Response products(
            @RestPath String version,
            @RestPath String catalogue,
            @RestQuery Optional<String> filter,
            @RestQuery Optional<Integer> limit,
            @RestQuery Optional<String> after,
            @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        var found = catalogues.withId(catalogue);
        return admission
                .toObject("get", catalogue, authorization, found.isPresent(), Scope.CATALOGUE)
                .orElseGet(() -> {
                    var sought = filter.map(CatalogueResource::words);
                    if (filter.isPresent() && sought.get().isEmpty()) {
                        return GraphAnswer.of(GraphError.invalid("Param filter must be a JSON-encoded rule."));
                    }
                    return page(
                            found.orElseThrow().named(sought.orElse("")),
                            after.filter(cursor -> cursor.matches("[0-9]{1,6}"))
                                    .map(Integer::parseInt)
                                    .orElse(0),
                            limit.orElse(AT_ONCE));
                });
    }

    private static Response page(List<Product> products, int from, int most) {
        var shown = products.stream().skip(from).limit(most).toList();
        var end = from + shown.size();
        var paging = new LinkedHashMap<String, Object>();
        paging.put("cursors", Map.of("before", String.valueOf(from), "after", String.valueOf(end)));
        if (end < products.size()) {
            paging.put("next", "https://graph.facebook.com/next");
        }
        return GraphAnswer.of(
                200, Map.of("data", shown.stream().map(CatalogueResource::shown).toList(), "paging", paging));
    }

    private static Map<String, Object> shown(Product product) {
        return Map.of(
                "id", "8" + product.id().replaceAll("\\D", ""),
                "retailer_id", product.id(),
                "name", product.name(),
                "price", product.writtenPrice(),
                "currency", product.currency(),
                "availability", product.availability());
    }

    /// @return what names are to hold; empty when it is no rule about names
    private static String words(String filter) {
        try {
            JsonNode rule = PlainJson.MAPPER.readTree(filter);
            return rule.path("name").path("i_contains").asText("");
        } catch (JsonProcessingException none) {
            return "";
        }
    }
}
