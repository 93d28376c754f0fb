package org.centralino.outbound.media;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.centralino.outbound.media.domain.Loudness;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.opus.OpusFile;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What can be shown of sound that was spoken into WhatsApp (Opus in Ogg).
///
/// @param seconds how long it plays
/// @param waveform how loud it is from the beginning to the end; null when it is too long to listen to
record VoiceNote(double seconds, @Nullable List<Integer> waveform) {
    private static final Logger LOG = Logger.getLogger(VoiceNote.class);
    /// Opus counts time in these, whatever the rate of what was recorded. At a lower one this decoder is
    /// deaf to speech.
    private static final int RATE = 48_000;
    private static final int MONO = 1;
    /// The longest packet that there is: 120 ms.
    private static final int MOST_SAMPLES = RATE * 120 / 1000;
    private static final int LONGEST_SECONDS = 600;

    /// @return nothing when it is no voice note that can be decoded
    static Optional<VoiceNote> listen(Path file) {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file));
                var opus = new OpusFile(new OggFile(bytes))) {
            return Optional.of(listen(opus));
        } catch (IOException | OpusException | RuntimeException broken) {
            // Decoders fail in many ways on what a stranger made up.
            LOG.debugf("No voice note: %s", broken.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static VoiceNote listen(OpusFile opus) throws IOException, OpusException {
        var decoder = new OpusDecoder(RATE, MONO);
        var loudness = new Loudness(RATE);
        var samples = new short[MOST_SAMPLES];
        var played = 0L;
        for (var packet = opus.getNextAudioPacket(); packet != null; packet = opus.getNextAudioPacket()) {
            played = Math.max(played, packet.getGranulePosition());
            if (played <= (long) LONGEST_SECONDS * RATE) {
                var data = packet.getData();
                var decoded = decoder.decode(data, 0, data.length, samples, 0, MOST_SAMPLES, false);
                loudness.hear(samples, decoded);
            }
        }
        var seconds = Math.max(0, played - opus.getInfo().getPreSkip()) / (double) RATE;
        return new VoiceNote(Math.round(seconds * 10) / 10.0, seconds > LONGEST_SECONDS ? null : loudness.waveform());
    }
}
