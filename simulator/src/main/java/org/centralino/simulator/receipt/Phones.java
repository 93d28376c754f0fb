package org.centralino.simulator.receipt;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.centralino.simulator.receipt.domain.ReceiptRules.Attention;
import org.jspecify.annotations.Nullable;

/// The phone pages that are open, and the chat that each shows.
@Singleton
public class Phones {
    private static final String NO_CHAT = "";

    private final Map<String, String> shown = new ConcurrentHashMap<>();

    /// A page is there. It shows no chat until it says so.
    public void opened(String page) {
        shown.putIfAbsent(page, NO_CHAT);
    }

    /// A page is gone.
    public void closed(String page) {
        shown.remove(page);
    }

    /// @param customerId whose chat the page shows; null when it shows none, or is hidden
    void shows(String page, @Nullable String customerId) {
        shown.put(page, customerId == null ? NO_CHAT : customerId);
    }

    Attention attentionOf(String customerId) {
        if (shown.isEmpty()) {
            return Attention.NO_PAGE;
        }
        return shown.containsValue(customerId) ? Attention.CHAT_OPEN : Attention.CHAT_CLOSED;
    }
}
