package org.centralino.outbound.media.domain;

import java.util.ArrayList;
import java.util.List;

/// Hears sound and says how loud it was from the beginning to the end, in few numbers.
public final class Loudness {
    private static final int BARS = 64;
    private static final int FULL = 100;
    private static final int STEPS_PER_SECOND = 50;

    private final int samplesPerStep;
    private final List<Integer> peaks = new ArrayList<>();
    private int peak;
    private int heard;

    /// @param rate samples per second
    public Loudness(int rate) {
        this.samplesPerStep = rate / STEPS_PER_SECOND;
    }

    /// @param samples what comes next
    /// @param count how many of them
    public void hear(short[] samples, int count) {
        for (var at = 0; at < count; at++) {
            peak = Math.max(peak, Math.abs((int) samples[at]));
            heard++;
            if (heard == samplesPerStep) {
                peaks.add(peak);
                peak = 0;
                heard = 0;
            }
        }
    }

    /// @return at most 64 numbers from 0 to 100, of which the loudest is 100 unless all is silent
    public List<Integer> waveform() {
        var bars = Math.min(BARS, peaks.size());
        var loudest = peaks.stream().mapToInt(Integer::intValue).max().orElse(0);
        var waveform = new ArrayList<Integer>(bars);
        for (var bar = 0; bar < bars; bar++) {
            var from = bar * peaks.size() / bars;
            var to = (bar + 1) * peaks.size() / bars;
            var highest = peaks.subList(from, to).stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            waveform.add(loudest == 0 ? 0 : Math.round((float) FULL * highest / loudest));
        }
        return waveform;
    }
}
