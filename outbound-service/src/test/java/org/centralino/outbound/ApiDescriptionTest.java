package org.centralino.outbound;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.centralino.testkit.ApiDescription;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDescriptionTest {
    @Inject
    OpenApiDocumentService description;

    @Test
    void the_committed_description_of_the_api_says_what_the_code_says() {
        var document = description.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);

        ApiDescription.isCommitted(new String(document, StandardCharsets.UTF_8));
    }
}
