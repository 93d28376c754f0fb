package org.centralino.system.seed;

import java.util.List;
import java.util.SplittableRandom;

/// What people are called and what they write to a shop.
final class Words {
    private static final List<String> FIRST_NAMES = List.of(
            "Giulia",
            "Marco",
            "Francesca",
            "Luca",
            "Chiara",
            "Matteo",
            "Sara",
            "Alessandro",
            "Martina",
            "Davide",
            "Elisa",
            "Simone",
            "Valentina",
            "Andrea",
            "Federica",
            "Stefano",
            "Silvia",
            "Giovanni",
            "Paola",
            "Roberto",
            "Alice",
            "Nicolò",
            "Beatrice",
            "Pietro",
            "Ilaria",
            "Tommaso",
            "Camilla",
            "Antonio",
            "Laura",
            "Giorgio",
            "Noemi",
            "Salvatore",
            "Rachele",
            "Emanuele",
            "Zoë",
            "Ahmed",
            "Ioana",
            "Wei",
            "José",
            "Amélie");
    private static final List<String> LAST_NAMES = List.of(
            "Rossi",
            "Russo",
            "Ferrari",
            "Esposito",
            "Bianchi",
            "Romano",
            "Colombo",
            "Ricci",
            "Marino",
            "Greco",
            "Bruno",
            "Gallo",
            "Conti",
            "De Luca",
            "Mancini",
            "Costa",
            "Giordano",
            "Rizzo",
            "Lombardi",
            "Moretti",
            "Barbieri",
            "Fontana",
            "Santoro",
            "Mariani",
            "Rinaldi",
            "Caruso",
            "Ferrara",
            "Galli",
            "Martini",
            "Leone",
            "Longo",
            "Gentile",
            "Martinelli",
            "Vitale",
            "Lombardo",
            "Serra",
            "Coppola",
            "De Santis",
            "D'Angelo",
            "Marchetti",
            "Parisi",
            "Villa",
            "Conte",
            "Ferraro",
            "Ferri",
            "Fabbri",
            "Bianco",
            "Marini",
            "Grasso",
            "Valentini",
            "Popescu",
            "Zhang",
            "El Amrani",
            "Müller",
            "García",
            "Kowalski",
            "Nguyễn",
            "O'Brien",
            "Hoxha",
            "Silva");
    private static final List<String> QUESTIONS = List.of(
            "Buongiorno, è arrivato il mio ordine %d? 😊",
            "Il pacco dell'ordine %d risulta consegnato, ma qui non c'è nessuno che l'abbia visto.",
            "Vorrei cambiare la taglia dell'ordine %d, è ancora possibile?",
            "ok",
            "Grazie mille!",
            "Quanto costa la spedizione in Sicilia?",
            "Avete ancora quella lampada in verde? La referenza dovrebbe essere %d.",
            "Posso passare a ritirarlo domani pomeriggio, diciamo verso le cinque? Prima purtroppo lavoro.",
            "Scusate il ritardo 🙏",
            "Hello, do you ship order %d to Germany? It should be a birthday present, so it cannot be late.",
            "La fattura dell'ordine %d ha l'indirizzo sbagliato: è via Garibaldi 12, non 21. Potete correggerla?",
            "Non funziona. Ho provato con un'altra lampadina, ho provato con un'altra presa, ho letto tutte le istruzioni"
                    + " dall'inizio alla fine e ho anche chiamato mio cognato, che fa l'elettricista: la luce si accende,"
                    + " dopo tre secondi lampeggia e poi si spegne. Che cosa devo fare con l'ordine %d?",
            "👍",
            "sì");
    private static final List<String> ANSWERS = List.of(
            "Buongiorno! L'ordine %d è partito stamattina e arriva domani.",
            "Ho controllato: l'ordine %d è in consegna oggi, il corriere chiama prima.",
            "Certo, lo cambiamo volentieri. Le mando l'etichetta per il reso dell'ordine %d.",
            "Grazie a Lei, buona giornata!",
            "La spedizione costa 6,90 €, gratuita sopra i 60 €.",
            "Sì, è disponibile. Gliela metto da parte fino a sabato con il numero %d.",
            "Mi dispiace per il disagio. Ho aperto la pratica %d con il corriere e La tengo aggiornata: di solito rispondono"
                    + " entro due giorni lavorativi, e se il pacco non si trova ne spediamo subito un altro.",
            "Yes, we do. Order %d takes three to four working days.",
            "Fatto ✅");
    private static final List<String> NOTES = List.of(
            "Ha già chiamato due volte, essere gentili.",
            "Il corriere conferma: pacco %d smarrito, rimborso approvato.",
            "Cliente da anni, può avere lo sconto del 10 %.",
            "Waiting for the warehouse, ticket %d.");

    private static final int FIRST_ORDER = 10_000;
    private static final int LAST_ORDER = 999_999;

    private Words() {}

    static String name(SplittableRandom random) {
        return one(FIRST_NAMES, random) + " " + one(LAST_NAMES, random);
    }

    static String question(SplittableRandom random) {
        return filled(QUESTIONS, random);
    }

    static String answer(SplittableRandom random) {
        return filled(ANSWERS, random);
    }

    static String note(SplittableRandom random) {
        return filled(NOTES, random);
    }

    private static String filled(List<String> sentences, SplittableRandom random) {
        var order = Integer.toString(random.nextInt(FIRST_ORDER, LAST_ORDER));
        return one(sentences, random).replace("%d", order);
    }

    static <T> T one(List<T> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }
}
