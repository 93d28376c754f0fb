package org.centralino.simulator.customer.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.centralino.simulator.platform.domain.Customer;

/// Many customers who write within a short time, as on the morning after an advertisement.
public final class Crowd {
    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Bruno", "Chiara", "Davide", "Elisa", "Fabio", "Gaia", "Hana", "Irene", "Jacopo", "Katia", "Leo",
            "Marta", "Nadia", "Omar", "Paola", "Rocco", "Silvia", "Tommaso", "Vera");
    private static final List<String> LAST_NAMES = List.of(
            "Bassi",
            "Colombo",
            "Donati",
            "Esposito",
            "Fabbri",
            "Galli",
            "Longo",
            "Marino",
            "Negri",
            "Orlando",
            "Pagani",
            "Rinaldi",
            "Serra",
            "Testa",
            "Villa",
            "Zanetti",
            "Amato");
    private static final List<String> TEXTS = List.of(
            "Buongiorno, siete aperti sabato? 😊",
            "Hi! Is the Aurora lamp back in stock?",
            "Salve, il mio ordine non è ancora arrivato.",
            "Can I change the delivery address?",
            "Vorrei un preventivo per tre lampade, grazie.",
            "My discount code does not work 🙈",
            "Avete il paralume anche in verde?",
            "How long is the warranty on the Brera table lamp?",
            "Posso ritirare in negozio a Milano?",
            "Thanks, it arrived this morning!");
    private static final long FIRST_PHONE = 393_500_000_000L;
    private static final int STRIDE = 7;

    private Crowd() {}

    /// @param after from now on
    public record Writing(Customer customer, String text, Duration after) {}

    /// Who writes what and when. The n-th of a crowd is always the same person.
    public static List<Writing> of(int size, Duration over, RandomGenerator random) {
        var crowd = new ArrayList<Writing>(size);
        for (var index = 0; index < size; index++) {
            var name = FIRST_NAMES.get(index % FIRST_NAMES.size()) + " "
                    + LAST_NAMES.get((index * STRIDE + index / FIRST_NAMES.size()) % LAST_NAMES.size());
            var phone = Long.toString(FIRST_PHONE + index);
            var text = TEXTS.get((index * STRIDE) % TEXTS.size());
            var after = Duration.ofMillis(over.isZero() ? 0 : random.nextLong(over.toMillis()));
            crowd.add(new Writing(Customer.of(name, phone, null, Customer.Kind.CROWD), text, after));
        }
        return crowd;
    }
}
