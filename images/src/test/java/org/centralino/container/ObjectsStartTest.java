package org.centralino.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectsStartTest {
    private static final String KEY = "CENTRALINO_MEDIA_ACCESS_KEY";
    private static final String SECRET = "CENTRALINO_MEDIA_SECRET_KEY";

    @Test
    void who_signs_in_comes_from_the_environment() {
        assertThat(ObjectsStart.settings(Map.of(KEY, "centralino", SECRET, "9f2c0e")))
                .contains("s3proxy.identity=centralino\n", "s3proxy.credential=9f2c0e\n");
    }

    @Test
    void without_a_secret_nothing_starts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectsStart.settings(Map.of(KEY, "centralino")))
                .withMessageContaining(SECRET);
    }

    @Test
    void a_secret_brings_no_settings_of_its_own() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ObjectsStart.settings(Map.of(KEY, "centralino", SECRET, "a\ns3proxy.authorization=none")));
    }
}
