package org.centralino.outbound.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.centralino.events.Content;
import org.centralino.events.ConversationEvent.Recipient;
import org.centralino.events.Precedence;
import org.jspecify.annotations.Nullable;

/// What an operator wants a customer to get.
///
/// @param trace which message it is. Its id is given by the author's browser; it travels with the call and comes
///     back in every status, which is how a call without an answer is matched to its fate
/// @param phoneNumberId the business number that sends it
/// @param sequence the place in the conversation's log; messages of one conversation are sent in this order
/// @param precedence what it goes before and behind among what the number sends
/// @param answers the platform's id of the message that it answers; null when it answers none in particular
/// @param queuedAt when the author let it go, by the platform's clock
public record Message(
        Trace trace,
        String phoneNumberId,
        long sequence,
        Recipient recipient,
        Content content,
        Precedence precedence,
        @Nullable String answers,
        Instant queuedAt) {

    /// @return whether the platform has a form for what it says
    boolean isSendable() {
        return switch (content) {
            case Content.Text _,
                    Content.WithFile _,
                    Content.FromTemplate _,
                    Content.Location _,
                    Content.Contacts _,
                    Content.Buttons _,
                    Content.Options _,
                    Content.Link _,
                    Content.LocationRequest _,
                    Content.Product _,
                    Content.Products _,
                    Content.Catalogue _ -> true;
            case Content.Order _,
                    Content.Choice _,
                    Content.Form _,
                    Content.CallPermission _,
                    Content.Call _,
                    Content.Revoked _,
                    Content.Unsupported _ -> false;
        };
    }

    /// @return our ids of its files, each once: of the one that it has, or of those on a template's cards
    public List<String> attachmentIds() {
        return content.files().stream()
                .map(file -> file.attachment().mediaId())
                .distinct()
                .toList();
    }

    /// @param platformIds what the platform calls its files, by our ids
    /// @return the same message, as the platform understands it
    public Message withFiles(Map<String, String> platformIds) {
        UnaryOperator<Content.Attachment> named = ours ->
                new Content.Attachment(platformIds.getOrDefault(ours.mediaId(), ours.mediaId()), null, null, null);
        var said = switch (content) {
            case Content.WithFile file -> named(file, named.apply(file.attachment()));
            case Content.FromTemplate template -> template.with(named);
            default -> content;
        };
        return new Message(trace, phoneNumberId, sequence, recipient, said, precedence, answers, queuedAt);
    }

    private static Content named(Content.WithFile file, Content.Attachment attachment) {
        return switch (file) {
            case Content.Image image -> new Content.Image(image.text(), attachment);
            case Content.Video video -> new Content.Video(video.text(), attachment);
            case Content.Audio _ -> new Content.Audio(attachment);
            case Content.Voice _ -> new Content.Voice(attachment);
            case Content.Document document ->
                new Content.Document(document.text(), document.name(), document.caption(), attachment);
            case Content.Sticker sticker -> new Content.Sticker(sticker.animated(), attachment);
        };
    }

    /// @param waId as the platform spells the customer's number
    /// @return the same when we spell it otherwise; else null
    @Nullable
    String spelledOtherwise(@Nullable String waId) {
        var ours = recipient.phone();
        return ours == null || waId == null || ours.equals("+" + waId) ? null : waId;
    }

    /// @return whether it was queued so long ago that it may have been sent in another life: by the database
    ///     before the one that was restored, or before a topic was read again
    boolean isTooOld(Instant now, Duration sendWithin) {
        return queuedAt.plus(sendWithin).isBefore(now);
    }
}
