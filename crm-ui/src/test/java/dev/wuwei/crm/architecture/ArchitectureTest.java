package dev.wuwei.crm.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Rule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.spring.stereotype.Aggregate;

/** The arrows and habits of docs/architecture.md. A rule that finds nothing to check fails. */
@AnalyzeClasses(
        packages = "dev.wuwei.crm",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    /** What crm-core lends to the other modules' tests is no part of the product. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String ROOT = "dev.wuwei.crm.";
    private static final String[] CAPABILITIES = {
        ROOT + "staff..",
        ROOT + "investor..",
        ROOT + "lead..",
        ROOT + "negotiation..",
        ROOT + "signing..",
        ROOT + "followup..",
        ROOT + "ticket..",
        ROOT + "reminder..",
        ROOT + "lookback..",
        ROOT + "publication..",
        ROOT + "target..",
        ROOT + "counting..",
        ROOT + "dictionary..",
        ROOT + "standard..",
        ROOT + "calendar.."
    };
    private static final String[] SCREENS = {ROOT + "ui..", ROOT + "api..", ROOT + "demo.."};

    @ArchTest
    static final ArchRule the_write_side_knows_neither_read_models_nor_screens = noClasses()
            .that()
            .resideInAnyPackage(CAPABILITIES)
            .or()
            .resideInAnyPackage(ROOT + "shared..", ROOT + "platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "projections..", ROOT + "ui..", ROOT + "api..", ROOT + "demo..", "com.vaadin..");

    @ArchTest
    static final ArchRule read_models_know_no_screens = noClasses()
            .that()
            .resideInAPackage(ROOT + "projections..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "ui..", ROOT + "api..", ROOT + "demo..", "com.vaadin..");

    @ArchTest
    static final ArchRule read_models_use_events_and_values_but_send_nothing = noClasses()
            .that()
            .resideInAPackage(ROOT + "projections..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Command.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.axonframework.commandhandling.gateway.CommandGateway");

    @ArchTest
    static final ArchRule shared_values_depend_on_the_jdk_alone = noClasses()
            .that()
            .resideInAPackage(ROOT + "shared..")
            .should()
            .dependOnClassesThat(describe(
                    "outside the JDK and the UUID library",
                    type -> !type.getPackageName().startsWith("java.")
                            && !type.getPackageName().startsWith(ROOT + "shared")
                            && !type.getPackageName().startsWith("com.github.f4b6a3")
                            && !type.isPrimitive()
                            && !type.isArray()));

    @ArchTest
    static final ArchRule screens_use_no_sql = noClasses()
            .that()
            .resideInAPackage(ROOT + "ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule screens_send_commands_by_one_way = noClasses()
            .that()
            .resideInAPackage(ROOT + "ui..")
            .and()
            .resideOutsideOfPackage(ROOT + "ui.component..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework.commandhandling..");

    @ArchTest
    static final ArchRule scripts_live_in_components = noClasses()
            .that()
            .resideInAnyPackage(SCREENS)
            .and()
            .resideOutsideOfPackages(ROOT + "ui.component..", ROOT + "ui.shell..")
            .should()
            .callMethodWhere(describe(
                    "executeJs",
                    call -> call.getName().equals("executeJs") || call.getName().equals("callJsFunction")));

    @ArchTest
    static final ArchRule handlers_read_no_clock = noClasses()
            .that()
            .resideInAnyPackage(CAPABILITIES)
            .should()
            .callMethodWhere(describe(
                    "a clock",
                    call -> call.getName().equals("now")
                            && (call.getTargetOwner().isEquivalentTo(LocalDate.class)
                                    || call.getTargetOwner().isEquivalentTo(LocalDateTime.class)
                                    || call.getTargetOwner().isEquivalentTo(Instant.class))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule every_aggregate_in_use_is_kept = classes()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .should()
            .beAnnotatedWith(describe(
                    "the cache of aggregates",
                    annotation -> annotation.get("cache").equals(Optional.of("aggregateCache"))));

    @ArchTest
    static final ArchRule every_command_is_a_record_that_says_who_may_send_it = classes()
            .that(recordsOf(Command.class))
            .should()
            .beAnnotatedWith(Allowed.class)
            .andShould()
            .haveModifier(JavaModifier.STATIC);

    @ArchTest
    static final ArchRule every_event_is_a_record_in_its_capabilitys_sealed_interface = classes()
            .that()
            .areAssignableTo(DomainEvent.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .andShould()
            .beNestedClasses();

    @ArchTest
    static final ArchRule rules_are_enums_named_after_their_capability = classes()
            .that()
            .implement(Rule.class)
            .should()
            .beEnums()
            .andShould()
            .haveSimpleNameEndingWith("Rule");

    @ArchTest
    static final ArchRule aggregates_are_package_private = classes()
            .that()
            .areAnnotatedWith("org.axonframework.spring.stereotype.Aggregate")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule views_are_package_private_and_say_who_may_open_them = classes()
            .that()
            .areAnnotatedWith(Route.class)
            // The web security names the sign-in page by its class.
            .and()
            .doNotHaveSimpleName("LoginView")
            .should()
            .haveSimpleNameEndingWith("View")
            .andShould()
            .bePackagePrivate()
            .andShould()
            .beAnnotatedWith(describe(
                    "a role annotation",
                    annotation -> annotation.getRawType().isEquivalentTo(PermitAll.class)
                            || annotation.getRawType().isEquivalentTo(RolesAllowed.class)
                            || annotation
                                    .getRawType()
                                    .getName()
                                    .equals("com.vaadin.flow.server.auth.AnonymousAllowed")));

    @ArchTest
    static final ArchRule what_handles_events_names_its_processing_group = classes()
            .that()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .and(describe(
                    "handle events",
                    (JavaClass type) -> type.getAllMethods().stream()
                            .anyMatch(method -> method.isAnnotatedWith(EventHandler.class))))
            .should()
            .beAnnotatedWith(ProcessingGroup.class);

    @ArchTest
    static final ArchRule what_can_be_reset_is_a_read_model = classes()
            .that(describe(
                    "have a reset handler",
                    (JavaClass type) ->
                            type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(ResetHandler.class))))
            .should()
            .resideInAPackage(ROOT + "projections..");

    private static DescribedPredicate<JavaClass> recordsOf(Class<?> type) {
        return describe("records of " + type.getSimpleName(), found -> found.isAssignableTo(type) && found.isRecord());
    }
}
