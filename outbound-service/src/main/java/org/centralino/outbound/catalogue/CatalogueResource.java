package org.centralino.outbound.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.centralino.outbound.OwnNumbers;
import org.centralino.outbound.catalogue.domain.Catalogue;
import org.centralino.outbound.catalogue.domain.Product;
import org.centralino.outbound.catalogue.domain.ProductPage;
import org.centralino.outbound.channel.PlatformProblems;
import org.centralino.outbound.whatsapp.CloudCatalogues;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Catalogues to choose from, and the products of the one that was chosen. WhatsApp keeps them, and is asked each time.
@Path("/api/numbers/{phoneNumberId}")
@Tag(name = "Catalogues")
class CatalogueResource {
    private static final int LONGEST_QUERY = 200;
    private static final int LONGEST_CURSOR = 2000;

    private final CloudCatalogues platform;
    private final OwnNumbers numbers;

    CatalogueResource(CloudCatalogues platform, OwnNumbers numbers) {
        this.platform = platform;
        this.numbers = numbers;
    }

    /// The catalogues of an account.
    @Schema(name = "CatalogueList")
    record CatalogueList(List<Catalogue> items) {}

    /// A product that can be shown to customers.
    ///
    /// @param productId the business' own id of it
    /// @param price with its currency, as the catalogue writes it
    /// @param available whether customers can have it now; WhatsApp refuses to show what they cannot
    @Schema(name = "CatalogueProduct")
    record ProductView(
            String productId, String name, @Nullable String price, boolean available) {
        static ProductView of(Product product) {
            return new ProductView(product.productId(), product.name(), product.price(), product.isAvailable());
        }
    }

    /// Some products.
    ///
    /// @param catalogId the platform's id of the catalogue that they are of
    /// @param nextCursor where the next ones begin; missing when there are no more
    @Schema(name = "ProductList")
    record ProductList(
            String catalogId,
            List<ProductView> items,
            @Nullable String nextCursor) {
        static ProductList of(String catalogId, ProductPage page) {
            return new ProductList(
                    catalogId, page.products().stream().map(ProductView::of).toList(), page.next());
        }
    }

    @GET
    @Path("catalogues")
    @RolesAllowed(Permission.MANAGE_NUMBERS)
    @Operation(summary = "The catalogues that are connected to the number's account")
    @APIResponse(responseCode = "200", description = "Those from which one can be chosen for the number")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "409", description = "account-unknown: nobody has named its account")
    @APIResponse(responseCode = "422", description = "catalogue-unknown, token-refused, whatsapp-refused")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer, or takes no more calls for a moment")
    public CatalogueList catalogues(@RestPath String phoneNumberId) {
        var account = numbers.one(phoneNumberId).neededAccount();
        return new CatalogueList(PlatformProblems.shownOrFail(platform.of(account, phoneNumberId)));
    }

    @GET
    @Path("products")
    @RolesAllowed(Permission.REPLY)
    @Operation(
            summary = "The products of the number's catalogue",
            description = "In the order of the catalogue, as WhatsApp has them now; nothing of them is kept here.")
    @APIResponse(responseCode = "200", description = "Up to fifty products")
    @APIResponse(responseCode = "400", description = "invalid-request: the words or the cursor are too long")
    @APIResponse(responseCode = "404", description = "It is no number of this installation")
    @APIResponse(responseCode = "409", description = "no-catalogue: none was chosen for this number")
    @APIResponse(responseCode = "422", description = "catalogue-unknown, token-refused, whatsapp-refused")
    @APIResponse(responseCode = "503", description = "WhatsApp gave no answer, or takes no more calls for a moment")
    public ProductList products(
            @RestPath String phoneNumberId,
            @Parameter(description = "words of the product's name") @RestQuery @Nullable String q,
            @Parameter(description = "from the page before") @RestQuery @Nullable String cursor) {
        var catalogue = numbers.one(phoneNumberId).neededCatalogue();
        var page = PlatformProblems.shownOrFail(platform.products(
                catalogue, given("q", q, LONGEST_QUERY), given("cursor", cursor, LONGEST_CURSOR), phoneNumberId));
        return ProductList.of(catalogue, page);
    }

    private static @Nullable String given(String name, @Nullable String words, int longest) {
        if (words == null || words.isBlank()) {
            return null;
        }
        if (words.length() > longest) {
            throw Problem.invalid("%s is longer than %d characters.".formatted(name, longest))
                    .asException();
        }
        return words.strip();
    }
}
