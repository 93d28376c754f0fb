package org.centralino.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses GATEWAY =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.centralino.gateway");

    @Test
    void domain_needs_the_jdk_events_visibility_views_and_a_json_tree_only() {
        classes()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.centralino.events..",
                        "org.centralino.kit.inbox..",
                        "org.centralino.kit.operator..",
                        "com.fasterxml.jackson..",
                        "org.centralino.gateway..domain..")
                .check(GATEWAY);
    }

    @Test
    void features_form_no_cycle() {
        slices().matching("org.centralino.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .check(GATEWAY);
    }
}
