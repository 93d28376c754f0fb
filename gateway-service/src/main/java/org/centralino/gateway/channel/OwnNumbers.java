package org.centralino.gateway.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.centralino.events.ChannelEvent.ChannelChanged;
import org.centralino.events.ChannelEvent.ChannelRemoved;
import org.centralino.gateway.WhatsAppConfig;

/// The business numbers, as they are at this moment. What the settings say of a number counts, whatever is told of it.
@ApplicationScoped
public class OwnNumbers {
    private final List<OwnNumber> ofSettings;
    private final CompletableFuture<Void> heard = new CompletableFuture<>();
    private volatile List<OwnNumber> all;
    private volatile List<ChannelRemoved> removed = List.of();

    OwnNumbers(WhatsAppConfig whatsApp) {
        this.ofSettings = whatsApp.numbers().stream()
                .map(number -> new OwnNumber(number.phoneNumberId(), number.number(), number.name(), null, true))
                .toList();
        this.all = ofSettings;
    }

    /// @return those of the settings first; another list as soon as something of them has changed
    public List<OwnNumber> all() {
        return all;
    }

    /// @return those that were ours and are not any more, in the order of their ids
    public List<ChannelRemoved> removed() {
        return removed;
    }

    /// A replica that has just started knows only the settings. It must not say of a number that it is none of ours.
    ///
    /// @return whether all that was told is known, at the latest after so long
    public boolean areKnown(Duration patience) {
        try {
            heard.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("It never fails", impossible);
        }
    }

    boolean areKnown() {
        return heard.isDone();
    }

    /// @param told what was told last of each number that was not removed
    /// @param gone what was told of those that were, by their ids
    void learn(Map<String, ChannelChanged> told, SortedMap<String, ChannelRemoved> gone) {
        var found = new LinkedHashMap<String, OwnNumber>();
        ofSettings.forEach(number -> found.put(number.phoneNumberId(), showing(number, told)));
        told.values()
                .forEach(channel -> found.putIfAbsent(
                        channel.phoneNumberId(),
                        new OwnNumber(
                                channel.phoneNumberId(),
                                channel.number(),
                                channel.name(),
                                channel.catalogId(),
                                isConnected(channel))));
        all = List.copyOf(found.values());
        removed = gone.values().stream()
                .filter(number -> !found.containsKey(number.phoneNumberId()))
                .toList();
        heard.complete(null);
    }

    /// Settings know neither catalogues nor what was undone at the platform.
    private static OwnNumber showing(OwnNumber number, Map<String, ChannelChanged> told) {
        var channel = told.get(number.phoneNumberId());
        return channel == null
                ? number
                : new OwnNumber(
                        number.phoneNumberId(),
                        number.number(),
                        number.name(),
                        channel.catalogId(),
                        isConnected(channel));
    }

    private static boolean isConnected(ChannelChanged channel) {
        return !Boolean.FALSE.equals(channel.connected());
    }
}
