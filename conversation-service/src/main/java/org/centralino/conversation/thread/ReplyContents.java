package org.centralino.conversation.thread;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.centralino.conversation.attachment.Attachment;
import org.centralino.conversation.attachment.AttachmentStore;
import org.centralino.conversation.channel.ChannelStore;
import org.centralino.conversation.message.TimelineItem;
import org.centralino.conversation.template.TemplateStore;
import org.centralino.conversation.template.domain.Brought;
import org.centralino.conversation.template.domain.Value;
import org.centralino.conversation.thread.domain.Conversation;
import org.centralino.events.Content;
import org.centralino.events.Content.FromTemplate.OpenedProducts;
import org.centralino.events.Content.FromTemplate.PlaceAbove;
import org.centralino.events.Person;
import org.centralino.events.SentFile;
import org.centralino.events.UnicodeText;
import org.centralino.kit.database.Transaction;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Makes of what an operator wants to send what the timeline shows and the platform gets.
@ApplicationScoped
public class ReplyContents {
    private final TemplateStore templates;
    private final AttachmentStore attachments;
    private final ChannelStore channels;

    ReplyContents(TemplateStore templates, AttachmentStore attachments, ChannelStore channels) {
        this.templates = templates;
        this.attachments = attachments;
        this.channels = channels;
    }

    /// What it comes to.
    ///
    /// @param file that goes with it; locked, so that no other reply can name it
    /// @param cardFiles of a template's cards, locked as well; null when it has none
    /// @param mayAdvertise of a template, whether the customer may be sent advertising; null for what is
    ///     no template
    public record Said(
            Content content,
            @Nullable SentFile file,
            @Nullable List<SentFile> cardFiles,
            @Nullable Boolean mayAdvertise) {
        static Said words(Content content) {
            return new Said(content, null, null, null);
        }
    }

    /// @param conversation in which it is to be sent
    /// @param reply the id of the reply that says it
    /// @return what it comes to; fails with a problem when it cannot be sent as it is
    public Uni<Said> of(
            ReplyContent wanted, Transaction transaction, Conversation conversation, Person author, UUID reply) {
        return switch (wanted) {
            case ReplyContent.Text(var text) ->
                Uni.createFrom().item(() -> Said.words(new Content.Text(storable(text))));
            case ReplyContent.Template template -> of(template, transaction, conversation, author, reply);
            case ReplyContent.WithFile file ->
                attachments
                        .lock(transaction, file.attachmentId(), conversation.id(), author, reply)
                        .map(attachment -> new Said(FileContents.of(file, attachment), attachment.file(), null, null));
            case ReplyContent.OfCatalogue ofCatalogue ->
                channels.mayShow(transaction, conversation.state().phoneNumberId(), ofCatalogue.catalogId())
                        .map(_ -> Said.words(MadeContents.of(ofCatalogue)));
            case ReplyContent.Made made -> Uni.createFrom().item(() -> Said.words(MadeContents.of(made)));
        };
    }

    private Uni<Said> of(
            ReplyContent.Template template,
            Transaction transaction,
            Conversation conversation,
            Person author,
            UUID reply) {
        var above = template.attachmentId();
        var cards = cardsOf(template);
        var named = Stream.concat(Stream.ofNullable(above), cards.stream()).toList();
        return attachments
                .lock(transaction, named, conversation.id(), author, reply)
                .chain(files -> {
                    var fileAbove = above == null ? null : files.getFirst();
                    var ofCards = files.subList(above == null ? 0 : 1, files.size());
                    var products = productsOf(template);
                    return mayOpen(products, transaction, conversation)
                            .chain(() -> templates.filled(
                                    transaction,
                                    conversation.state().contact().id(),
                                    conversation.state().phoneNumberId(),
                                    template.name(),
                                    template.language(),
                                    values(template),
                                    new Brought(
                                            fileAbove == null ? null : FileContents.aboveWords(fileAbove),
                                            placeOf(template),
                                            ofCards.stream()
                                                    .map(FileContents::aboveWords)
                                                    .toList(),
                                            products,
                                            template.offerEndsAt())))
                            .map(filled -> new Said(
                                    filled.content(),
                                    fileAbove == null ? null : fileAbove.file(),
                                    ofCards.isEmpty()
                                            ? null
                                            : ofCards.stream()
                                                    .map(Attachment::file)
                                                    .toList(),
                                    filled.mayAdvertise()));
                });
    }

    private Uni<Void> mayOpen(@Nullable OpenedProducts products, Transaction transaction, Conversation conversation) {
        return products == null
                ? Uni.createFrom().voidItem()
                : channels.mayShow(transaction, conversation.state().phoneNumberId(), products.catalogId());
    }

    private static @Nullable OpenedProducts productsOf(ReplyContent.Template template) {
        return template.products() == null ? null : CatalogueContents.of(template.products());
    }

    private static List<UUID> cardsOf(ReplyContent.Template template) {
        return Objects.requireNonNullElse(template.cards(), List.<ReplyContent.TemplateCard>of()).stream()
                .map(ReplyContent.TemplateCard::attachmentId)
                .toList();
    }

    private static @Nullable PlaceAbove placeOf(ReplyContent.Template template) {
        var place = template.place();
        return place == null
                ? null
                : new PlaceAbove(
                        place.latitude(),
                        place.longitude(),
                        MadeContents.line(place.name()),
                        MadeContents.line(place.address()));
    }

    /// A message of ours is there under the id that a caller made.
    ///
    /// @return the message, when it is what he wants to say now; else fails with a problem
    public static TimelineItem theSame(TimelineItem there, ReplyContent wanted, Person author) {
        if (author.id().equals(there.author().id()) && cameTo(wanted, there.content())) {
            return there;
        }
        throw idAlreadyUsed().asException();
    }

    static Problem idAlreadyUsed() {
        return Problem.of(
                409,
                "id-already-used",
                "This id belongs to another message",
                "Make a new id for a new reply; repeat an id only to repeat the same reply.");
    }

    /// What can be sent may have changed meanwhile; what was wanted then has not.
    ///
    /// @return whether this is what that came to
    static boolean cameTo(ReplyContent wanted, Content content) {
        return switch (wanted) {
            case ReplyContent.Text(var text) -> content.equals(new Content.Text(text));
            case ReplyContent.Template template ->
                content instanceof Content.FromTemplate sent
                        && sent.name().equals(template.name())
                        && sent.language().equals(template.language())
                        && sameValues(filledIn(sent), values(template))
                        && FileContents.isOf(template.attachmentId(), sent.file())
                        && Objects.equals(placeOf(template), sent.placeAbove())
                        && cardsOf(template).equals(AttachmentStore.onCards(sent))
                        && Objects.equals(productsOf(template), sent.products())
                        && Objects.equals(
                                template.offerEndsAt(),
                                sent.offer() == null ? null : sent.offer().endsAt());
            case ReplyContent.WithFile file -> FileContents.cameTo(file, content);
            case ReplyContent.Made made -> content.equals(MadeContents.of(made));
        };
    }

    private static boolean sameValues(List<Value> some, List<Value> others) {
        return some.size() == others.size() && some.containsAll(others);
    }

    private static List<Value> filledIn(Content.FromTemplate sent) {
        return sent.parameters().stream()
                .map(it -> new Value(
                        it.parameter().place(),
                        it.parameter().card(),
                        it.parameter().button(),
                        it.parameter().name(),
                        it.value()))
                .toList();
    }

    private static List<Value> values(ReplyContent.Template template) {
        return template.parameters().stream()
                .map(it -> new Value(it.place(), it.card(), it.button(), it.name(), it.value()))
                .toList();
    }

    static String storable(String text) {
        if (!UnicodeText.isStorable(text)) {
            throw Problem.invalid("content holds characters that are no text (U+0000 or half an emoji).")
                    .asException();
        }
        return text;
    }
}
