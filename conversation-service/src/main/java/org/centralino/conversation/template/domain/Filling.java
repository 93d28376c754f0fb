package org.centralino.conversation.template.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.centralino.conversation.template.domain.Value.Slot;
import org.centralino.events.Content;
import org.centralino.events.Content.FromTemplate;
import org.centralino.events.Content.FromTemplate.FileAbove;
import org.centralino.events.Content.FromTemplate.SentCard;
import org.centralino.events.Content.FromTemplate.SentOffer;
import org.centralino.events.Content.WithFile;
import org.centralino.events.Template;
import org.centralino.events.Template.Button;
import org.centralino.events.Template.CarouselCard;
import org.centralino.events.Template.Category;
import org.centralino.events.Template.HeaderFormat;
import org.centralino.events.Template.Parameter;
import org.centralino.events.Template.ParameterKind;
import org.centralino.events.Template.Place;
import org.centralino.events.UnicodeText;
import org.jspecify.annotations.Nullable;

/// A template with everything filled in, or what is wrong with what was filled in (fact sheet, section 10.6).
public sealed interface Filling {

    /// It can be sent.
    record Filled(FromTemplate content) implements Filling {}

    /// It cannot.
    record Refused(List<Fault> faults) implements Filling {}

    /// What is wrong at one place.
    ///
    /// @param field the place, such as `body.nome`
    record Fault(String field, Complaint complaint) {}

    /// @param now what an offer must not have ended by
    static Filling of(Template template, List<Value> values, Brought brought, Instant now) {
        var form = new Form(template, values, brought, now);
        return form.faults.isEmpty() ? form.filled() : new Refused(form.faults);
    }

    /// A template and what was filled in.
    final class Form {
        private static final int LONGEST_HEADER = 60;
        private static final int LONGEST_BODY = 1024;
        /// The fact sheet does not say it; the platform's own pages on carousels do.
        private static final int LONGEST_BODY_OF_CARD = 160;
        private static final int LONGEST_ADDRESS = 2000;
        private static final int LONGEST_CODE = 15;
        private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}\\s]+)\\s*}}");
        private static final Pattern BROKEN_LINE = Pattern.compile("[\\n\\r\\t\\u2028\\u2029]| {5,}");

        private final Template template;
        private final Map<Slot, String> texts = new LinkedHashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Brought brought;
        private final Opened opened;
        /// Files and places are no words, and come beside them.
        private final List<Parameter> words;

        private Form(Template template, List<Value> values, Brought brought, Instant now) {
            this.template = template;
            this.brought = brought;
            this.opened = Opened.by(template);
            this.words = template.parameters().stream()
                    .filter(parameter ->
                            parameter.kind() == ParameterKind.TEXT || parameter.kind() == ParameterKind.CODE)
                    .toList();
            var wanted = words.stream().map(Slot::of).toList();
            for (var value : values) {
                if (!wanted.contains(value.slot())) {
                    fault(value.slot(), Complaint.of("unknown", "is no place of this template"));
                } else if (texts.put(value.slot(), value.text()) != null) {
                    fault(value.slot(), Complaint.of("twice", "is filled in twice"));
                }
            }
            words.forEach(parameter -> {
                var slot = Slot.of(parameter);
                complaint(parameter.kind(), texts.get(slot)).ifPresent(complaint -> fault(slot, complaint));
            });
            var format = template.header() == null ? null : template.header().format();
            fileComplaint(format, brought.file()).ifPresent(complaint -> faults.add(new Fault("header", complaint)));
            if ((format == HeaderFormat.LOCATION) != (brought.place() != null)) {
                faults.add(new Fault(
                        "place",
                        brought.place() == null
                                ? Complaint.missing("is missing")
                                : Complaint.of("not-taken", "stands above no words here")));
            }
            opened.complaint(brought.products(), template)
                    .ifPresent(complaint -> faults.add(new Fault("products", complaint)));
            if (texts.values().stream().distinct().count() > 1 && template.category() == Category.AUTHENTICATION) {
                faults.add(new Fault("button", Complaint.of("differs", "must copy the same code as the text says")));
            }
            offerComplaint(now).ifPresent(complaint -> faults.add(new Fault("offerEndsAt", complaint)));
            checkCards();
        }

        private Optional<Complaint> offerComplaint(Instant now) {
            var ends = template.offer() != null && template.offer().ends();
            var endsAt = brought.offerEndsAt();
            if (endsAt == null) {
                return ends ? Optional.of(Complaint.missing("is missing: say when the offer ends")) : Optional.empty();
            }
            if (!ends) {
                return Optional.of(Complaint.of("not-taken", "is not said by this template"));
            }
            return endsAt.isAfter(now)
                    ? Optional.empty()
                    : Optional.of(Complaint.of("over", "is over: an offer ends later than now"));
        }

        private void checkCards() {
            var cards = cardsWithFiles();
            if (brought.cards().size() != cards.size()) {
                faults.add(
                        new Fault("cards", Complaint.of("count", cards.size(), "must be %d, one file for each card")));
                return;
            }
            for (var index = 0; index < cards.size(); index++) {
                var header = cards.get(index).header();
                var at = "card.%d.header".formatted(index);
                fileComplaint(
                                header == null ? null : header.format(),
                                brought.cards().get(index))
                        .ifPresent(complaint -> faults.add(new Fault(at, complaint)));
            }
        }

        /// Cards of products bring none.
        private List<CarouselCard> cardsWithFiles() {
            return opened == Opened.CARDS ? List.of() : template.cards();
        }

        private static Optional<Complaint> fileComplaint(@Nullable HeaderFormat format, @Nullable WithFile file) {
            var fits = switch (format) {
                case IMAGE -> file instanceof Content.Image;
                case VIDEO -> file instanceof Content.Video;
                case DOCUMENT -> file instanceof Content.Document;
                case TEXT, LOCATION, PRODUCT, OTHER -> file == null;
                case null -> file == null;
            };
            if (fits) {
                return Optional.empty();
            }
            return switch (format) {
                case IMAGE -> Optional.of(Complaint.of("picture-missing", "needs a picture"));
                case VIDEO -> Optional.of(Complaint.of("video-missing", "needs a video"));
                case DOCUMENT -> Optional.of(Complaint.of("document-missing", "needs a document"));
                case TEXT, LOCATION, PRODUCT, OTHER -> Optional.of(Complaint.of("not-taken", "takes no file"));
                case null -> Optional.of(Complaint.of("not-taken", "takes no file"));
            };
        }

        private void fault(Slot slot, Complaint complaint) {
            faults.add(new Fault(slot.field(), complaint));
        }

        private static Optional<Complaint> complaint(ParameterKind kind, @Nullable String text) {
            if (text == null) {
                return Optional.of(Complaint.missing("is missing"));
            }
            if (text.isBlank()) {
                return Optional.of(Complaint.of("empty", "must not be empty"));
            }
            if (!UnicodeText.isStorable(text)) {
                return Optional.of(
                        Complaint.of("no-text", "holds characters that are no text (U+0000 or half an emoji)"));
            }
            if (BROKEN_LINE.matcher(text).find()) {
                return Optional.of(
                        Complaint.of("broken-line", "must not hold new lines, tabs or more than four spaces in a row"));
            }
            return kind == ParameterKind.CODE && text.length() > LONGEST_CODE
                    ? Optional.of(Complaint.of(
                            "too-long", LONGEST_CODE, "is longer than a code may be: at most %d characters"))
                    : Optional.empty();
        }

        private Filling filled() {
            var header = template.header();
            var line =
                    header == null || header.text() == null ? null : filledIn(header.text(), Place.HEADER, null, null);
            var body = filledIn(template.body(), Place.BODY, null, null);
            // All cards of products have the same one, which so stands for each.
            var buttons = buttons(
                    null, opened == Opened.CARDS ? template.cards().getFirst().buttons() : template.buttons());
            var cards = IntStream.range(0, cardsWithFiles().size())
                    .mapToObj(this::card)
                    .toList();
            limit(Place.HEADER, null, null, line, LONGEST_HEADER);
            limit(Place.BODY, null, null, body, LONGEST_BODY);
            if (!faults.isEmpty()) {
                return new Refused(faults);
            }
            return new Filled(new FromTemplate(
                    body,
                    template.name(),
                    template.language(),
                    template.category(),
                    line,
                    template.footer(),
                    buttons,
                    words.stream()
                            .map(it -> new FromTemplate.Filled(it, texts.getOrDefault(Slot.of(it), "")))
                            .toList(),
                    header == null || brought.file() == null ? null : above(header.format(), brought.file()),
                    brought.place(),
                    cards.isEmpty() ? null : cards,
                    brought.products(),
                    template.offer() == null
                            ? null
                            : new SentOffer(template.offer().text(), brought.offerEndsAt())));
        }

        private SentCard card(int index) {
            var card = template.cards().get(index);
            var file = brought.cards().get(index);
            var body = card.body() == null ? null : filledIn(card.body(), Place.BODY, index, null);
            limit(Place.BODY, index, null, body, LONGEST_BODY_OF_CARD);
            return new SentCard(
                    file instanceof Content.Video ? HeaderFormat.VIDEO : HeaderFormat.IMAGE,
                    file.attachment(),
                    body,
                    buttons(index, card.buttons()));
        }

        private List<Button> buttons(@Nullable Integer card, List<Button> buttons) {
            var filled = IntStream.range(0, buttons.size())
                    .mapToObj(index -> button(buttons.get(index), card, index))
                    .toList();
            for (var index = 0; index < filled.size(); index++) {
                limit(Place.BUTTON, card, index, filled.get(index).value(), LONGEST_ADDRESS);
            }
            return filled;
        }

        private static FileAbove above(HeaderFormat format, WithFile file) {
            return new FileAbove(
                    format, file.attachment(), file instanceof Content.Document document ? document.name() : null);
        }

        private Button button(Button button, @Nullable Integer card, int index) {
            var value = switch (button.kind()) {
                case COPY_CODE -> theOnly(card, index).orElse(button.value());
                case URL,
                        ONE_TIME_CODE,
                        QUICK_REPLY,
                        PHONE_NUMBER,
                        FLOW,
                        CATALOG,
                        MPM,
                        SPM,
                        VOICE_CALL,
                        REQUEST_CONTACT_INFO,
                        CALL_PERMISSION_REQUEST,
                        APP,
                        OTHER -> button.value() == null ? null : filledIn(button.value(), Place.BUTTON, card, index);
            };
            return new Button(button.kind(), button.text(), value);
        }

        private Optional<String> theOnly(@Nullable Integer card, int button) {
            return texts.entrySet().stream()
                    .filter(entry -> entry.getKey().stands(Place.BUTTON, card, button))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        /// Braces that nobody can fill in stay as they are.
        private String filledIn(String text, Place place, @Nullable Integer card, @Nullable Integer button) {
            return PLACEHOLDER
                    .matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            texts.getOrDefault(new Slot(place, card, button, found.group(1)), found.group())));
        }

        /// The longest of what was filled in there is to blame.
        private void limit(
                Place place, @Nullable Integer card, @Nullable Integer button, @Nullable String text, int longest) {
            if (text == null || text.codePointCount(0, text.length()) <= longest) {
                return;
            }
            texts.entrySet().stream()
                    .filter(entry -> entry.getKey().stands(place, card, button))
                    .max(Comparator.comparingInt(entry -> entry.getValue().length()))
                    .ifPresent(entry -> fault(
                            entry.getKey(),
                            new Complaint(
                                    "too-long",
                                    longest,
                                    "is too long: with it the text has %d characters, and WhatsApp allows %d"
                                            .formatted(text.codePointCount(0, text.length()), longest))));
        }
    }
}
