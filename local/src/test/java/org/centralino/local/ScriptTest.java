package org.centralino.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The script `./centralino`, with programs that only say what they are asked.
class ScriptTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private record Outcome(int code, String said) {}

    @TempDir
    private Path programs;

    @BeforeEach
    void pretend() throws IOException {
        program("mvn", "echo mvn \"$@\"");
        program("node", "echo v20.19.0");
        program("npm", "exit 1");
        program("uname", "case $1 in -s) echo Linux ;; *) echo x86_64 ;; esac");
    }

    @Test
    void what_there_is_is_said_without_a_jdk_and_without_a_build() throws Exception {
        program("mvn", "exit 1");

        assertThat(centralino()).isEqualTo(new Outcome(0, Files.readString(ROOT.resolve("local/help/help.txt"))));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_says_what_it_does(String command) throws Exception {
        var outcome = centralino(command, "--help");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.said()).startsWith("./centralino " + command);
    }

    @Test
    void every_page_of_help_is_that_of_a_command() {
        assertThat(Arrays.stream(ROOT.resolve("local/help").toFile().list())
                        .map(page -> page.replace(".txt", ""))
                        .filter(page -> !page.equals("help")))
                .containsExactlyInAnyOrderElementsOf(commands().toList());
    }

    @Test
    void a_system_for_which_there_is_no_postgresql_is_told_at_once() throws Exception {
        program("uname", "case $1 in -s) echo FreeBSD ;; *) echo amd64 ;; esac");

        assertThat(centralino("up").said())
                .isEqualTo("centralino: does not run on FreeBSD amd64. "
                        + "It runs on Linux and macOS, on x86-64 and ARM64, and on Windows inside WSL 2.\n");
    }

    @Test
    void windows_is_sent_to_where_it_works() throws Exception {
        program("uname", "case $1 in -s) echo MINGW64_NT-10.0 ;; *) echo x86_64 ;; esac");

        var outcome = centralino("test");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("WSL 2").hasLineCount(1);
    }

    @Test
    void what_is_asked_of_a_benchmark_reaches_it() throws Exception {
        assertThat(centralino("bench", "--only", "live,operators", "--seconds", "10")
                        .said())
                .contains(
                        " -P benchmarks ",
                        "-Dcentralino.stack=own",
                        "-Dsystem.args=--only live,operators --seconds 10");
    }

    @Test
    void the_product_that_runs_already_may_be_taken() throws Exception {
        assertThat(centralino("bench", "--running", "--only", "live").said())
                .contains("-Dcentralino.stack=running", "-Dsystem.args=--only live\n");
    }

    @Test
    void a_campaign_takes_its_seed_and_its_rounds() throws Exception {
        assertThat(centralino("faults", "--seed", "4711", "--rounds", "14").said())
                .contains(" -P faults ", "-Dsystem.args=--seed 4711 --rounds 14\n");
    }

    @Test
    void the_story_is_one_test_without_the_others() throws Exception {
        assertThat(centralino("story").said())
                .contains(" -DskipTests ", " -Dsystem.tests.skip=false ", " -Dit.test=StoryIT ");
    }

    @Test
    void tests_of_a_module_are_those_of_what_it_is_made_of_too() throws Exception {
        assertThat(centralino("test", "notes-service", "events", "-Dtest=NoteTest")
                        .said())
                .startsWith("mvn -B -ntp verify -T 2 -pl notes-service,events -am ")
                .endsWith(" -Dtest=NoteTest\n");
    }

    @Test
    void without_a_module_everything_is_tested() throws Exception {
        assertThat(centralino("test").said()).isEqualTo("mvn -B -ntp verify -T 2\n");
    }

    private static Stream<String> commands() {
        try {
            return Files.readString(ROOT.resolve("local/help/help.txt"))
                    .lines()
                    .filter(line -> line.startsWith("  "))
                    .map(line -> line.strip().split(" ")[0]);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private Outcome centralino(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ROOT.resolve("centralino").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("PATH", "", (path, _) -> programs + File.pathSeparator + path);
        var running = builder.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(running.waitFor(), said);
    }

    private void program(String name, String script) throws IOException {
        var file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
