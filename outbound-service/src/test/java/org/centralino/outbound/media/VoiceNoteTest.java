package org.centralino.outbound.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gagravarr.opus.OpusAudioData;
import org.gagravarr.opus.OpusFile;
import org.gagravarr.opus.OpusInfo;
import org.gagravarr.opus.OpusTags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceNoteTest {
    private static final int RATE = 48_000;
    private static final int PACKET = RATE / 50;
    private static final int LONGEST_PACKET = 1275;

    @TempDir
    Path folder;

    @Test
    void a_voice_note_has_its_length_and_shows_where_somebody_speaks() throws Exception {
        var note = VoiceNote.listen(silenceThenTone(1, 1)).orElseThrow();

        assertThat(note.seconds()).isEqualTo(2.0);
        assertThat(note.waveform()).hasSize(64);
        assertThat(average(note.waveform().subList(0, 28))).isLessThan(10);
        assertThat(average(note.waveform().subList(36, 64))).isGreaterThan(60);
    }

    @Test
    void what_is_no_voice_note_has_neither() throws IOException {
        var page = Files.writeString(folder.resolve("page"), "OggS<html>");

        assertThat(VoiceNote.listen(page)).isEmpty();
    }

    @Test
    void a_voice_note_that_breaks_off_harms_nobody() throws Exception {
        var whole = Files.readAllBytes(silenceThenTone(1, 1));
        var part = Files.write(folder.resolve("part"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(VoiceNote.listen(part).stream())
                .allSatisfy(note -> assertThat(note.seconds()).isLessThanOrEqualTo(2.0));
    }

    private static double average(List<Integer> bars) {
        return bars.stream().mapToInt(Integer::intValue).average().orElse(0);
    }

    private Path silenceThenTone(int silent, int loud) throws IOException, OpusException {
        var file = folder.resolve("note");
        var info = new OpusInfo();
        info.setNumChannels(1);
        info.setSampleRate(RATE);
        var encoder = new OpusEncoder(RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
        try (var opus = new OpusFile(Files.newOutputStream(file), info, new OpusTags())) {
            for (var at = 0; at < (silent + loud) * RATE; at += PACKET) {
                var samples = new short[PACKET];
                for (var sample = 0; at >= silent * RATE && sample < PACKET; sample++) {
                    samples[sample] = (short) (16_000 * Math.sin(2 * Math.PI * 440 * (at + sample) / RATE));
                }
                var packet = new byte[LONGEST_PACKET];
                var length = encoder.encode(samples, 0, PACKET, packet, 0, packet.length);
                var data = new OpusAudioData(Arrays.copyOf(packet, length));
                data.setGranulePosition(at + PACKET);
                opus.writeAudioData(data);
            }
        }
        return file;
    }
}
