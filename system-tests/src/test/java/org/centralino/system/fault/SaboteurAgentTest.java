package org.centralino.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaboteurAgentTest {

    /// What is to be broken.
    public static final class Guard {
        public static boolean isClosed(String door) {
            return door.equals("front");
        }

        public static String isClosed() {
            return "another method of that name";
        }
    }

    @Test
    void the_method_says_no_and_its_neighbours_are_untouched() throws ReflectiveOperationException, IOException {
        var broken = brokenGuard();

        assertThat(Guard.isClosed("front")).isTrue();
        assertThat(said(broken, "front")).isEqualTo(false);
        assertThat(broken.getMethod("isClosed").invoke(null)).isEqualTo("another method of that name");
    }

    @Test
    void the_agent_fits_into_a_jar_that_the_jvm_takes(@TempDir Path folder) throws IOException {
        try (var jar =
                new JarFile(SaboteurAgent.jar(folder.resolve("saboteur.jar")).toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Premain-Class"))
                    .isEqualTo(SaboteurAgent.class.getName());
            assertThat(jar.stream()).hasSize(3);
        }
    }

    private static Object said(Class<?> guard, String door) throws ReflectiveOperationException {
        return guard.getMethod("isClosed", String.class).invoke(null, door);
    }

    private static Class<?> brokenGuard() throws IOException {
        var name = Guard.class.getName();
        var file = "/" + name.replace('.', '/') + ".class";
        try (var code = SaboteurAgentTest.class.getResourceAsStream(file)) {
            var broken = new SaboteurAgent.AlwaysNo(name.replace('.', '/'), "isClosed").broken(code.readAllBytes());
            return new ClassLoader(SaboteurAgentTest.class.getClassLoader()) {
                Class<?> define() {
                    return defineClass(name, broken, 0, broken.length);
                }
            }.define();
        }
    }
}
