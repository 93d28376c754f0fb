package org.centralino.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.centralino.system.fault.SaboteurAgent.Reworded;
import org.centralino.system.fault.SaboteurAgent.Sabotage;
import org.centralino.system.fault.SaboteurAgent.Silenced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaboteurAgentTest {
    private static final String GUARD = Guard.class.getName().replace('.', '/');

    /// What is to be broken.
    public static final class Guard {
        private static final String ORDER = "oldest first, then the others";

        public static boolean isClosed(String door) {
            return door.equals("front");
        }

        public static String isClosed() {
            return "another method of that name";
        }

        public static void lock(List<String> doors) {
            doors.add("locked");
        }

        public static String order() {
            return ORDER;
        }
    }

    @Test
    void a_method_that_answers_says_no_and_its_neighbours_are_untouched() throws ReflectiveOperationException {
        var broken = guard(new Silenced(GUARD, "isClosed"));

        assertThat(Guard.isClosed("front")).isTrue();
        assertThat(method(broken, "isClosed", String.class).invoke(null, "front"))
                .isEqualTo(false);
        assertThat(method(broken, "isClosed").invoke(null)).isEqualTo("another method of that name");
    }

    @Test
    void a_method_that_does_something_does_nothing() throws ReflectiveOperationException {
        var doors = new ArrayList<String>();

        method(guard(new Silenced(GUARD, "lock")), "lock", List.class).invoke(null, doors);

        assertThat(doors).isEmpty();
    }

    @Test
    void a_text_says_something_else() throws ReflectiveOperationException {
        var broken = guard(new Reworded(GUARD, "oldest first", "newest first"));

        assertThat(method(broken, "order").invoke(null)).isEqualTo("newest first, then the others");
    }

    @Test
    void a_text_with_spaces_survives_the_options_of_a_jvm() {
        assertThat(SaboteurAgent.rewording(GUARD, "order by position", "")).doesNotContain(" ");
    }

    @Test
    void the_agent_fits_into_a_jar_that_the_jvm_takes(@TempDir Path folder) throws IOException {
        try (var jar =
                new JarFile(SaboteurAgent.jar(folder.resolve("saboteur.jar")).toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Premain-Class"))
                    .isEqualTo(SaboteurAgent.class.getName());
            assertThat(jar.stream()).hasSize(5);
        }
    }

    private static Method method(Class<?> guard, String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        return guard.getMethod(name, parameters);
    }

    private static Class<?> guard(Sabotage sabotage) {
        try (var code = SaboteurAgentTest.class.getResourceAsStream("/" + GUARD + ".class")) {
            var broken = sabotage.broken(code.readAllBytes());
            return new ClassLoader(SaboteurAgentTest.class.getClassLoader()) {
                Class<?> define() {
                    return defineClass(Guard.class.getName(), broken, 0, broken.length);
                }
            }.define();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
