package org.centralino.simulator.scenario.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.centralino.simulator.platform.domain.Customer;
import org.jspecify.annotations.Nullable;

/// What stands for something that only the playing knows: `${now-90m}`, `${id first}`, `${phone ida}`.
///
/// | blank | is filled with |
/// |---|---|
/// | `${now}`, `${now-90m}`, `${now+2s}` | seconds of the platform's time, as text; alone after `int` a number; after
/// `iso` as ISO 8601 |
/// | `${id first}` | a message id: the same for the same word in one playing, another in the next |
/// | `${phone ida}`, `${bsuid ida}`, `${customer ida}` | what a customer of the file was first known by |
/// | `${kept group}` | the id that came as the answer to the step that said `keep: group` |
/// | `${any one \| other}` | one of several, by the seed |
/// | `${letters 3000000}` | so many letters |
/// | `${sample photo.jpg}` | the bytes of a file that the simulator has, in base64 |
/// | `${number}`, `${business}`, `${waba}` | the business number's Graph id, its digits, its account |
public final class Blanks {
    private static final Pattern BLANK = Pattern.compile("\\$\\{([^{}]+)}");
    private static final Pattern TIME = Pattern.compile("(?:(int|iso) )?now(?:([+-])(\\w+))?");
    private static final int MOST_LETTERS = 8_000_000;

    private final String playing;
    private final Random chance;
    private final Map<String, Customer> customers;
    private final Surroundings surroundings;
    private final Map<String, String> kept = new HashMap<>();

    /// What a playing finds where it is played.
    public interface Surroundings {
        /// @return the platform's time
        Instant now();

        /// @return `number`, `business` or `waba` of the business
        @Nullable
        String business(String name);

        /// @return a sample file in base64; null when there is none of this name
        @Nullable
        String sample(String name);
    }

    /// @param playing tells the ids of one playing from those of the next
    public Blanks(String playing, long seed, Map<String, Customer> customers, Surroundings surroundings) {
        this.playing = playing;
        this.chance = new Random(seed);
        this.customers = customers;
        this.surroundings = surroundings;
    }

    /// Remembers what a step was answered.
    public void keep(String name, String id) {
        kept.put(name, id);
    }

    /// @return the same with all blanks filled
    /// @throws IllegalArgumentException for a blank that nothing is known of
    public Map<String, Object> filled(Map<String, Object> template) {
        var filled = new LinkedHashMap<String, Object>();
        template.forEach((key, value) -> {
            var said = filledValue(value);
            if (said != null) {
                filled.put(key, said);
            }
        });
        return filled;
    }

    private @Nullable Object filledValue(@Nullable Object template) {
        return switch (template) {
            case null -> null;
            case Map<?, ?> map -> {
                var filled = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, value) -> filled.put(String.valueOf(key), filledValue(value)));
                yield filled;
            }
            case List<?> list -> {
                var filled = new ArrayList<@Nullable Object>();
                list.forEach(member -> filled.add(filledValue(member)));
                yield filled;
            }
            case String text -> filledText(text);
            default -> template;
        };
    }

    private Object filledText(String text) {
        var whole = BLANK.matcher(text);
        if (whole.matches() && whole.group(1).startsWith("int ")) {
            return Long.parseLong(fill(whole.group(1)));
        }
        return BLANK.matcher(text).replaceAll(blank -> Matcher.quoteReplacement(fill(blank.group(1))));
    }

    private String fill(String blank) {
        var time = TIME.matcher(blank);
        if (time.matches()) {
            return time(time.group(1), time.group(2), time.group(3), blank);
        }
        var words = blank.split(" ", 2);
        var name = words.length == 1 ? "" : words[1].strip();
        return switch (words[0]) {
            case "id" -> "wamid." + hash(playing + " " + name);
            case "phone" -> or(customer(name, blank).digits(), blank);
            case "bsuid" -> customer(name, blank).bsuid();
            case "customer" -> customer(name, blank).id();
            case "kept" -> or(kept.get(name), blank);
            case "any" -> any(name);
            case "letters" -> letters(name, blank);
            case "sample" -> or(surroundings.sample(name), blank);
            default -> or(surroundings.business(blank), blank);
        };
    }

    private String time(@Nullable String form, @Nullable String sign, @Nullable String span, String blank) {
        var away = span == null ? Duration.ZERO : Spans.read(span).orElseThrow(() -> unknown(blank));
        var at = "-".equals(sign)
                ? surroundings.now().minus(away)
                : surroundings.now().plus(away);
        return "iso".equals(form) ? at.toString() : Long.toString(at.getEpochSecond());
    }

    private String any(String choices) {
        var each = choices.split("\\|");
        return each[chance.nextInt(each.length)].strip();
    }

    private static String letters(String count, String blank) {
        try {
            var many = Integer.parseInt(count);
            if (many < 1 || many > MOST_LETTERS) {
                throw new IllegalArgumentException("%s: letters go from 1 to %d".formatted(blank, MOST_LETTERS));
            }
            return "Buongiorno ".repeat(many / 11 + 1).substring(0, many);
        } catch (NumberFormatException noNumber) {
            throw unknown(blank);
        }
    }

    private Customer customer(String name, String blank) {
        var customer = customers.get(name);
        if (customer == null) {
            throw new IllegalArgumentException("${%s}: no customer of the file is called so; there are %s"
                    .formatted(blank, String.join(", ", customers.keySet())));
        }
        return customer;
    }

    private static String or(@Nullable String found, String blank) {
        if (found == null) {
            throw unknown(blank);
        }
        return found;
    }

    private static IllegalArgumentException unknown(String blank) {
        return new IllegalArgumentException("${%s} stands for nothing".formatted(blank));
    }

    private static String hash(String words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest, 0, 20);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
