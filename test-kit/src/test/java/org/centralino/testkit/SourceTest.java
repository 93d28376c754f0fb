package org.centralino.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.centralino.local.StackException;
import org.junit.jupiter.api.Test;

class SourceTest {
    @Test
    void on_linux_and_macos_nothing_needs_docker() {
        assertThat(Source.chosen("auto", "Linux", "amd64")).isEqualTo(Source.EMBEDDED);
        assertThat(Source.chosen("auto", "Linux", "aarch64")).isEqualTo(Source.EMBEDDED);
        assertThat(Source.chosen("auto", "Mac OS X", "aarch64")).isEqualTo(Source.EMBEDDED);
        assertThat(Source.chosen("auto", "Mac OS X", "x86_64")).isEqualTo(Source.EMBEDDED);
    }

    @Test
    void where_the_embedded_servers_do_not_run_containers_take_their_place() {
        assertThat(Source.chosen("auto", "Windows 11", "amd64")).isEqualTo(Source.CONTAINERS);
        assertThat(Source.chosen("auto", "Linux", "ppc64le")).isEqualTo(Source.CONTAINERS);
    }

    @Test
    void either_can_be_forced() {
        assertThat(Source.chosen("containers", "Linux", "amd64")).isEqualTo(Source.CONTAINERS);
        assertThat(Source.chosen("embedded", "Linux", "ppc64le")).isEqualTo(Source.EMBEDDED);
    }

    @Test
    void another_word_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> Source.chosen("docker", "Linux", "amd64"))
                .isInstanceOf(StackException.class)
                .hasMessage("-Dcentralino.infra=docker is unknown. It is auto, embedded or containers.");
    }
}
