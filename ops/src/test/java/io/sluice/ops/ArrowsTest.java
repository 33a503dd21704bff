package io.sluice.ops;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Dependencies point one way: {@code ops -> bench -> gateway -> engine}, and inside the engine
 * {@code engine -> ring -> {core, journal, protocol}} and {@code view -> {journal, protocol}}.
 */
@AnalyzeClasses(
        packages = "io.sluice",
        importOptions = {DoNotIncludeTests.class, ArrowsTest.NoTestJars.class})
class ArrowsTest {
    private static final String OURS = "io.sluice..";
    private static final String ENGINE = "io.sluice.engine..";
    private static final String PROTOCOL = "io.sluice.engine.protocol..";
    private static final String CORE = "io.sluice.engine.core..";
    private static final String RING = "io.sluice.engine.ring..";
    private static final String JOURNAL = "io.sluice.engine.journal..";
    private static final String VIEW = "io.sluice.engine.view..";
    private static final String GATEWAY = "io.sluice.gateway..";
    private static final String LINK = "io.sluice.gateway.link..";
    private static final String BENCH = "io.sluice.bench..";
    private static final String MICRO_BENCH = "io.sluice.bench.micro..";

    @ArchTest
    static final ArchRule engine_knows_no_other_module = usesOfOursOnly(ENGINE, ENGINE);

    @ArchTest
    static final ArchRule gateway_knows_the_engine = usesOfOursOnly(GATEWAY, GATEWAY, ENGINE);

    @ArchTest
    static final ArchRule bench_knows_gateway_and_engine = usesOfOursOnly(BENCH, BENCH, GATEWAY, ENGINE);

    @ArchTest
    static final ArchRule protocol_knows_nothing_of_ours = usesOfOursOnly(PROTOCOL, PROTOCOL);

    @ArchTest
    static final ArchRule core_knows_the_protocol = usesOfOursOnly(CORE, CORE, PROTOCOL);

    @ArchTest
    static final ArchRule journal_knows_the_protocol = usesOfOursOnly(JOURNAL, JOURNAL, PROTOCOL);

    @ArchTest
    static final ArchRule view_knows_journal_and_protocol = usesOfOursOnly(VIEW, VIEW, JOURNAL, PROTOCOL);

    @ArchTest
    static final ArchRule ring_knows_core_journal_and_protocol = usesOfOursOnly(RING, RING, CORE, JOURNAL, PROTOCOL);

    @ArchTest
    static final ArchRule engine_has_no_http_no_json_and_no_meters = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..",
                    "io.netty..",
                    "com.fasterxml..",
                    "tools.jackson..",
                    "io.micrometer..",
                    "java.net.http..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_ring_imports_the_disruptor = onlyIn(RING, "com.lmax..");

    @ArchTest
    static final ArchRule only_the_journal_imports_chronicle = onlyIn(JOURNAL, "net.openhft.chronicle..");

    @ArchTest
    static final ArchRule only_the_journal_and_the_cores_memory_ask_the_kernel = noClasses()
            .that()
            .resideOutsideOfPackage(JOURNAL)
            .and()
            .doNotHaveFullyQualifiedName("io.sluice.engine.core.Memory")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.openhft..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_link_touches_the_engines_port = noClasses()
            .that(not(resideInAnyPackage(ENGINE, LINK, MICRO_BENCH)))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.sluice.engine.EngineLink")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule core_has_no_input_output_clock_log_or_thread = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.net..",
                    "java.time..",
                    "java.util.concurrent..",
                    "java.util.random..",
                    "org.slf4j..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule core_is_deterministic = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat(belongToAnyOf(Random.class, SecureRandom.class, SplittableRandom.class, UUID.class))
            .orShould()
            .dependOnClassesThat(belongToAnyOf(HashMap.class, HashSet.class, IdentityHashMap.class))
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "identityHashCode", Object.class)
            .orShould()
            .callMethod(Math.class, "random")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule core_keeps_no_floating_point = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(CORE)
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule core_answers_no_floating_point = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(CORE)
            .should()
            .haveRawReturnType(double.class)
            .orShould()
            .haveRawReturnType(float.class)
            .allowEmptyShould(true);

    /** The rules hold for nothing when the modules are not on the class path. */
    @ArchTest
    static void every_module_is_looked_at(final JavaClasses imported) {
        assertThat(imported).anyMatch(resideInAPackage(ENGINE)).anyMatch(resideInAPackage("io.sluice.ops.."));
    }

    /** What is in {@code room} may use, of all our packages, those in {@code allowed}. */
    private static ArchRule usesOfOursOnly(final String room, final String... allowed) {
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAPackage(OURS))))
                .allowEmptyShould(true);
    }

    private static ArchRule onlyIn(final String room, final String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }

    /** What one module's tests lend to another's lies in a jar of its own. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(final Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
