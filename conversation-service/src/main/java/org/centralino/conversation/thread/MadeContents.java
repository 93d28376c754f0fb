package org.centralino.conversation.thread;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.centralino.conversation.thread.ReplyContent.CardLine;
import org.centralino.conversation.thread.ReplyContent.ContactCard;
import org.centralino.conversation.thread.ReplyContent.Section;
import org.centralino.events.Content;
import org.centralino.events.Content.Buttons.ReplyButton;
import org.centralino.events.Content.Contacts.Card;
import org.centralino.events.Content.Contacts.Entry;
import org.centralino.events.Content.Options.OptionRow;
import org.centralino.events.Content.Options.OptionSection;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Makes of what an operator made up in place what the timeline shows. Buttons and rows are named by their places: the
/// customer's answer brings the name back, and says in words what was chosen.
final class MadeContents {
    private static final int MOST_ROWS = 10;

    private MadeContents() {}

    /// @return what it comes to; fails with a problem when the platform would not take it
    static Content of(ReplyContent.Made wanted) {
        return switch (wanted) {
            case ReplyContent.Location(var latitude, var longitude, var name, var address) ->
                new Content.Location(
                        joined("\n", line(name), line(address)), latitude, longitude, line(name), line(address), null);
            case ReplyContent.Contacts(var cards) -> {
                var made = cards.stream().map(MadeContents::card).toList();
                var names = made.stream().map(Card::name).collect(Collectors.joining(", "));
                yield new Content.Contacts(names, made, false);
            }
            case ReplyContent.Buttons(var text, var header, var footer, var buttons) ->
                new Content.Buttons(words(text), line(header), line(footer), buttons(buttons));
            case ReplyContent.Options(var text, var header, var footer, var button, var sections) ->
                new Content.Options(words(text), line(header), line(footer), words(button), sections(sections));
            case ReplyContent.Link(var text, var header, var footer, var button, var url) ->
                new Content.Link(words(text), line(header), line(footer), words(button), page(url));
            case ReplyContent.LocationRequest(var text) -> new Content.LocationRequest(words(text));
            case ReplyContent.OfCatalogue ofCatalogue -> CatalogueContents.of(ofCatalogue);
        };
    }

    private static Card card(ContactCard card) {
        return new Card(
                words(card.name()),
                line(card.organization()),
                null,
                lines(card.phones()),
                lines(card.emails()),
                lines(card.urls()),
                List.of());
    }

    private static List<Entry> lines(@Nullable List<CardLine> lines) {
        return Objects.requireNonNullElse(lines, List.<CardLine>of()).stream()
                .map(it -> new Entry(words(it.value()), line(it.label())))
                .toList();
    }

    private static List<ReplyButton> buttons(List<String> texts) {
        var seen = new HashSet<String>();
        return IntStream.range(0, texts.size())
                .mapToObj(place -> {
                    var text = words(texts.get(place));
                    require(seen.add(text), "content.buttons[%d] stands on another button, too.".formatted(place));
                    return new ReplyButton(String.valueOf(place + 1), text);
                })
                .toList();
    }

    private static List<OptionSection> sections(List<Section> sections) {
        require(
                sections.stream().mapToInt(section -> section.rows().size()).sum() <= MOST_ROWS,
                "content.sections hold more rows than WhatsApp allows: at most ten in all.");
        return IntStream.range(0, sections.size())
                .mapToObj(place -> section(sections.get(place), place, sections.size() > 1))
                .toList();
    }

    private static OptionSection section(Section section, int place, boolean oneOfMany) {
        var title = line(section.title());
        require(
                title != null || !oneOfMany,
                "content.sections[%d].title is missing: of several sections each needs one.".formatted(place));
        var rows = IntStream.range(0, section.rows().size())
                .mapToObj(row -> {
                    var choice = section.rows().get(row);
                    return new OptionRow(
                            "%d.%d".formatted(place + 1, row + 1), words(choice.title()), line(choice.description()));
                })
                .toList();
        return new OptionSection(title, rows);
    }

    private static String page(String url) {
        require(isPage(words(url)), "content.url is no address of a page that begins with http:// or https://.");
        return words(url);
    }

    private static boolean isPage(String url) {
        try {
            var address = new URI(url);
            return Set.of("http", "https").contains(address.getScheme()) && address.getHost() != null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    static void require(boolean right, String otherwise) {
        if (!right) {
            throw Problem.invalid(otherwise).asException();
        }
    }

    static String words(String text) {
        return ReplyContents.storable(text.strip());
    }

    /// @return the words without the blanks around them; null when there are none
    static @Nullable String line(@Nullable String text) {
        return text == null || text.isBlank() ? null : words(text);
    }

    static @Nullable String joined(String by, @Nullable String... parts) {
        var all = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(by));
        return all.isEmpty() ? null : all;
    }
}
