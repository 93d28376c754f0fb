package org.centralino.conversation.addressbook;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.centralino.conversation.addressbook.BroughtConsents.ImportFile;
import org.centralino.conversation.addressbook.domain.ContactLine;
import org.centralino.kit.operator.CurrentOperator;
import org.centralino.kit.operator.Permission;
import org.centralino.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Contacts as a file that spreadsheets read.
@Path("/api/contacts")
@RolesAllowed(Permission.TRANSFER_CONTACTS)
public class ContactFileResource {
    private static final String CSV = "text/csv";
    private static final int MOST_LINES = 5_000;

    private final ContactFileStore store;
    private final CurrentOperator operator;

    ContactFileResource(ContactFileStore store, CurrentOperator operator) {
        this.store = store;
        this.operator = operator;
    }

    @GET
    @Path("export")
    @Produces(CSV)
    @Operation(
            summary =
                    "All customers that one may see, one a line. A cell that a spreadsheet would take for a formula has an"
                            + " apostrophe before it.")
    public Uni<String> export() {
        return store.export(operator.visibility());
    }

    @POST
    @Path("import")
    @Consumes(CSV)
    @Operation(
            summary =
                    "Take contacts from a file like the exported one, of at most 5,000 lines. They are known by phone or"
                            + " bsuid; own_name and other columns are taken over. marketing_consent (yes, no or nothing) says who"
                            + " agreed to advertising: it is recorded with the file's name, and takes back no withdrawal. With"
                            + " dryRun it is only said what would become of each line. Done twice it changes nothing more.")
    public Uni<ImportView> bring(
            @RestQuery boolean dryRun,
            @Parameter(description = "what the file is called; needed when it says who agreed to advertising")
                    @RestQuery
                    @Size(max = 200, message = "is longer than 200 characters")
                    @Nullable
                    String fileName,
            @NotNull(message = "is missing") String file) {
        // A file may speak of anybody.
        operator.needs(Permission.SEE_ALL);
        var lines = ContactLine.read(file);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw Problem.invalid(
                            "The file needs a line that names the columns, and 1 to %d more.".formatted(MOST_LINES))
                    .asException();
        }
        var name = fileName == null || fileName.isBlank() ? null : fileName.strip();
        if (name == null && lines.stream().anyMatch(line -> line.agreed().isPresent())) {
            throw Problem.invalid("The file says who agreed to advertising. Say in fileName what it is called: that is"
                            + " recorded as what shows it.")
                    .asException();
        }
        return store.bring(lines, new ImportFile(name, operator.person()), dryRun);
    }
}
