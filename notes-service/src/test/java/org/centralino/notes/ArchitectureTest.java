package org.centralino.notes;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.centralino.events.OutboundEvent;
import org.centralino.events.WhatsAppEvent;
import org.centralino.kit.Decision;
import org.centralino.kit.kafka.EventPublisher;

@AnalyzeClasses(packages = "org.centralino.notes", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule rules_know_the_jdk_the_events_and_the_decision_only = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..", "org.jspecify..", "org.centralino.events..", "org.centralino.notes..domain..")
                    .or(belongToAnyOf(Decision.class)));

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching("org.centralino.notes.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_stores_reach_the_database = noClasses()
            .that()
            .haveNameNotMatching(".*(Store|Row)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..", "org.centralino.kit.database..");

    /// A note never leaves the building: there is nothing here that could carry it.
    @ArchTest
    static final ArchRule nothing_here_calls_anybody_or_knows_the_customer = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.net..",
                            "jakarta.ws.rs.client..",
                            "io.vertx.core..",
                            "io.vertx.ext..",
                            "io.vertx.mutiny..",
                            "org.eclipse.microprofile.rest..")
                    .or(belongToAnyOf(WhatsAppEvent.class, OutboundEvent.class, EventPublisher.class)));

    @ArchTest
    static final ArchRule nothing_here_writes_a_log = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jboss.logging..", "java.util.logging..", "org.slf4j..");

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_the_time = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
