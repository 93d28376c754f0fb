package org.centralino.outbound;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.centralino.events.NoteEvent;
import org.centralino.events.WireFormat;

@AnalyzeClasses(packages = "org.centralino.outbound", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> A_NOTE =
            JavaClass.Predicates.assignableTo(NoteEvent.class).as("a note");

    @ArchTest
    static final ArchRule nothing_here_knows_internal_notes =
            noClasses().should().dependOnClassesThat(A_NOTE).orShould().accessField(WireFormat.class, "NOTES");

    @ArchTest
    static final ArchRule the_domain_uses_the_jdk_the_events_and_nothing_else = classes()
            .that()
            .resideInAPackage("..domain")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.centralino.events",
                    "org.centralino.kit..domain",
                    "org.centralino.outbound..domain");

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("org.centralino.outbound.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_platforms_client_speaks_http = noClasses()
            .that()
            .resideOutsideOfPackage("..whatsapp")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..http..", "java.net.http..");
}
