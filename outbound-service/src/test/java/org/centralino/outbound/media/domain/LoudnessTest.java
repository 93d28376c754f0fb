package org.centralino.outbound.media.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LoudnessTest {
    private static final int RATE = 8_000;

    @Test
    void the_loudest_moment_is_a_hundred_and_half_of_it_fifty() {
        var loudness = new Loudness(RATE);

        loudness.hear(second((short) 4_000), RATE);
        loudness.hear(second((short) -8_000), RATE);

        assertThat(loudness.waveform()).hasSize(64).startsWith(50, 50).endsWith(100, 100);
    }

    @Test
    void silence_is_flat() {
        var loudness = new Loudness(RATE);

        loudness.hear(second((short) 0), RATE);

        assertThat(loudness.waveform()).containsOnly(0);
    }

    @Test
    void nothing_has_no_waveform() {
        assertThat(new Loudness(RATE).waveform()).isEmpty();
    }

    private static short[] second(short value) {
        var samples = new short[RATE];
        Arrays.fill(samples, value);
        return samples;
    }
}
