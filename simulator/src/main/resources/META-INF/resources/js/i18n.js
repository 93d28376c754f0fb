/** The page's words, English and Italian. Every key stands in both. */

const words = {
  en: {
    title: "Simulator",
    subtitle: "Play the customer. No Meta account, nothing leaves this computer.",
    customers: "Customers",
    phone: "Customer phone",
    controls: "Platform",
    newCustomer: "New customer",
    newCustomerHint: "Any name and number",
    moreCustomers_one: "and {count} more",
    moreCustomers_other: "and {count} more",
    unseen_one: "{count} new message",
    unseen_other: "{count} new messages",
    businessAccount: "Business account",
    typing: "typing…",
    chatWith: "Chat with {name}",
    emptyChat: "Write to {business} as {name}. The message goes to the inbox as the real platform would send it.",
    message: "Message",
    send: "Send",
    blocked: "{name} has blocked {business}.",
    unblock: "Unblock",
    today: "Today",
    yesterday: "Yesterday",
    "tick.written": "On its way",
    "tick.delivered": "Delivered",
    "tick.read": "Read",
    quoted: "In answer to",
    tryTitle: "Try this first",
    "step.wrote": "Write as Giulia on the phone",
    "step.arrived": "See it arrive in the inbox",
    "step.replied": "Reply to it as one of the team",
    "step.jumped": "Jump 24 hours and watch the window close",
    stepDone: "done",
    openInbox: "Open the inbox beside it",
    happenTitle: "Make something happen",
    jump: "Jump 24 hours",
    jumpHint: "Closes the window",
    stopReading: "Stop reading",
    stopReadingHint: "Ticks stay grey",
    block: "Block the business",
    blockHint: "Sends are never delivered",
    crowd: "50 customers write",
    crowdHint: "Over one minute",
    jumped: "It is now {when}. Windows that were open are closed.",
    crowdComes: "50 customers begin to write. They need a minute.",
    readingStopped: "{name} no longer sends read receipts.",
    readingBegun: "{name} sends read receipts again.",
    blockedNow: "{name} has blocked {business}.",
    unblockedNow: "{name} has unblocked {business}.",
    troubleTitle: "Trouble",
    troubleHint: "for testing",
    moreTrouble: "More trouble",
    "fault.duplicateWebhooks": "Deliver every webhook twice",
    "fault.outOfOrder": "Deliver out of order",
    "fault.tooManyRequests": "Platform answers 429 to one send in five",
    "fault.wrongSignature": "Wrong signature",
    "fault.batches": "Several messages in one webhook",
    "fault.serverErrors": "Platform answers 500 to one send in five",
    "fault.timeoutAfterAcceptance": "Accept sends, answer too late",
    "fault.resetAfterAcceptance": "Accept sends, drop the connection",
    "fault.holdAnswers": "Accept sends, hold the answers",
    "fault.tokenExpired": "Access token expired",
    "fault.pairRateLimit": "Limit messages to one customer",
    "fault.throughputLimit": "Limit to 80 messages a second",
    logTitle: "Webhooks and calls",
    live: "live",
    paused: "paused",
    reconnecting: "reconnecting",
    pause: "Pause the log",
    resume: "Resume the log",
    logEmpty: "Nothing yet. Write something on the phone.",
    "log.webhook": "webhook",
    "log.call": "call",
    "log.together_one": "{count} together",
    "log.together_other": "{count} together",
    "log.attempt": "attempt {count}",
    "log.read": "{name}'s messages",
    "log.typing": "writing to {name}",
    "log.number": "about the number",
    "log.copy": "the same again",
    "log.noAnswer": "no answer",
    "log.ms": "{ms} ms",
    "what.text": "text",
    "what.sent": "sent",
    "what.delivered": "delivered",
    "what.read": "read",
    "what.failed": "failed",
    "note.wrongSignature": "wrong signature",
    "note.expired": "given up",
    "note.timeoutAfterAcceptance": "accepted, held",
    "note.resetAfterAcceptance": "accepted, dropped",
    "note.holdAnswers": "accepted, held",
    detailWebhook: "Webhook to the business",
    detailCall: "Call of the business",
    detailSignature: "Signature",
    detailBody: "Body",
    detailAnswer: "Answer",
    details: "details",
    close: "Close",
    clock: "Platform time",
    ahead: "{time} ahead",
    windowOpen: "Window open, {left} left",
    windowClosed: "Window closed",
    windowNone: "No window yet",
    windowHelp: "The business may answer freely for 24 hours after a customer wrote",
    hours: "{h} h {m} m",
    minutes: "{m} m",
    days: "{d} d {h} h",
    language: "Language",
    theme: "Theme",
    "theme.system": "System theme",
    "theme.light": "Light theme",
    "theme.dark": "Dark theme",
    startOver: "Start over",
    startOverAsk: "Start over?",
    startOverText: "All chats, added customers and switches go; the clock stays where it is. The inbox keeps what it has received.",
    cancel: "Cancel",
    name: "Name",
    phoneNumber: "Phone number",
    phoneNumberHint: "With the country's prefix, as +39 347 555 0123",
    username: "Username",
    usernameHint: "Without a phone number the inbox sees only this",
    optional: "optional",
    addCustomer: "Add customer",
    "wrong.name-missing": "A customer needs a name.",
    "wrong.name-too-long": "That name is too long.",
    "wrong.address-missing": "A customer needs a phone number, or a username instead of it.",
    "wrong.phone-invalid": "A phone number has its country's prefix and 6 to 15 digits: +39 347 555 0198.",
    "wrong.username-invalid": "A username has 3 to 35 letters, digits, dots and underscores.",
    "wrong.customer-exists": "That customer is there already. Choose another number or username.",
    failed: "That did not work: {why}",
    offline: "The simulator does not answer. Is it running?",
  },
  it: {
    title: "Simulatore",
    subtitle: "Fai la parte del cliente. Nessun account Meta, nulla lascia questo computer.",
    customers: "Clienti",
    phone: "Telefono del cliente",
    controls: "Piattaforma",
    newCustomer: "Nuovo cliente",
    newCustomerHint: "Nome e numero a piacere",
    moreCustomers_one: "e un altro",
    moreCustomers_other: "e altri {count}",
    unseen_one: "{count} messaggio nuovo",
    unseen_other: "{count} messaggi nuovi",
    businessAccount: "Account business",
    typing: "sta scrivendo…",
    chatWith: "Chat con {name}",
    emptyChat: "Scrivi a {business} come {name}. Il messaggio va nella inbox come lo manderebbe la piattaforma vera.",
    message: "Messaggio",
    send: "Invia",
    blocked: "{name} ha bloccato {business}.",
    unblock: "Sblocca",
    today: "Oggi",
    yesterday: "Ieri",
    "tick.written": "In viaggio",
    "tick.delivered": "Consegnato",
    "tick.read": "Letto",
    quoted: "In risposta a",
    tryTitle: "Prova prima questo",
    "step.wrote": "Scrivi come Giulia sul telefono",
    "step.arrived": "Guardalo arrivare nella inbox",
    "step.replied": "Rispondi come uno del team",
    "step.jumped": "Salta 24 ore e guarda la finestra chiudersi",
    stepDone: "fatto",
    openInbox: "Apri la inbox qui accanto",
    happenTitle: "Fai succedere qualcosa",
    jump: "Salta 24 ore",
    jumpHint: "Chiude la finestra",
    stopReading: "Smetti di leggere",
    stopReadingHint: "Le spunte restano grigie",
    block: "Blocca l’azienda",
    blockHint: "Gli invii non arrivano mai",
    crowd: "50 clienti scrivono",
    crowdHint: "In un minuto",
    jumped: "Adesso è {when}. Le finestre aperte si sono chiuse.",
    crowdComes: "50 clienti cominciano a scrivere. Ci mettono un minuto.",
    readingStopped: "{name} non manda più conferme di lettura.",
    readingBegun: "{name} manda di nuovo conferme di lettura.",
    blockedNow: "{name} ha bloccato {business}.",
    unblockedNow: "{name} ha sbloccato {business}.",
    troubleTitle: "Guai",
    troubleHint: "per i test",
    moreTrouble: "Altri guai",
    "fault.duplicateWebhooks": "Consegna ogni webhook due volte",
    "fault.outOfOrder": "Consegna fuori ordine",
    "fault.tooManyRequests": "La piattaforma risponde 429 a un invio su cinque",
    "fault.wrongSignature": "Firma sbagliata",
    "fault.batches": "Più messaggi in un webhook",
    "fault.serverErrors": "La piattaforma risponde 500 a un invio su cinque",
    "fault.timeoutAfterAcceptance": "Accetta gli invii, risponde troppo tardi",
    "fault.resetAfterAcceptance": "Accetta gli invii, chiude la connessione",
    "fault.holdAnswers": "Accetta gli invii, trattiene le risposte",
    "fault.tokenExpired": "Token di accesso scaduto",
    "fault.pairRateLimit": "Limita i messaggi a un cliente",
    "fault.throughputLimit": "Limita a 80 messaggi al secondo",
    logTitle: "Webhook e chiamate",
    live: "dal vivo",
    paused: "in pausa",
    reconnecting: "riconnessione",
    pause: "Ferma il registro",
    resume: "Riprendi il registro",
    logEmpty: "Ancora nulla. Scrivi qualcosa sul telefono.",
    "log.webhook": "webhook",
    "log.call": "chiamata",
    "log.together_one": "{count} insieme",
    "log.together_other": "{count} insieme",
    "log.attempt": "tentativo {count}",
    "log.read": "i messaggi di {name}",
    "log.typing": "scrive a {name}",
    "log.number": "sul numero",
    "log.copy": "di nuovo lo stesso",
    "log.noAnswer": "nessuna risposta",
    "log.ms": "{ms} ms",
    "what.text": "testo",
    "what.sent": "inviato",
    "what.delivered": "consegnato",
    "what.read": "letto",
    "what.failed": "fallito",
    "note.wrongSignature": "firma sbagliata",
    "note.expired": "abbandonato",
    "note.timeoutAfterAcceptance": "accettato, trattenuto",
    "note.resetAfterAcceptance": "accettato, interrotto",
    "note.holdAnswers": "accettato, trattenuto",
    detailWebhook: "Webhook all’azienda",
    detailCall: "Chiamata dell’azienda",
    detailSignature: "Firma",
    detailBody: "Corpo",
    detailAnswer: "Risposta",
    details: "dettagli",
    close: "Chiudi",
    clock: "Ora della piattaforma",
    ahead: "{time} avanti",
    windowOpen: "Finestra aperta, ancora {left}",
    windowClosed: "Finestra chiusa",
    windowNone: "Ancora nessuna finestra",
    windowHelp: "L’azienda può rispondere liberamente per 24 ore da quando un cliente ha scritto",
    hours: "{h} h {m} min",
    minutes: "{m} min",
    days: "{d} g {h} h",
    language: "Lingua",
    theme: "Tema",
    "theme.system": "Tema di sistema",
    "theme.light": "Tema chiaro",
    "theme.dark": "Tema scuro",
    startOver: "Ricomincia",
    startOverAsk: "Ricominciare?",
    startOverText: "Chat, clienti aggiunti e interruttori spariscono; l’orologio resta dov’è. La inbox tiene ciò che ha ricevuto.",
    cancel: "Annulla",
    name: "Nome",
    phoneNumber: "Numero di telefono",
    phoneNumberHint: "Con il prefisso del paese, come +39 347 555 0123",
    username: "Nome utente",
    usernameHint: "Senza numero di telefono la inbox vede solo questo",
    optional: "facoltativo",
    addCustomer: "Aggiungi cliente",
    "wrong.name-missing": "Un cliente ha bisogno di un nome.",
    "wrong.name-too-long": "Questo nome è troppo lungo.",
    "wrong.address-missing": "Un cliente ha bisogno di un numero di telefono, o di un nome utente al suo posto.",
    "wrong.phone-invalid": "Un numero di telefono ha il prefisso del paese e da 6 a 15 cifre: +39 347 555 0198.",
    "wrong.username-invalid": "Un nome utente ha da 3 a 35 lettere, cifre, punti e trattini bassi.",
    "wrong.customer-exists": "Questo cliente c’è già. Scegli un altro numero o nome utente.",
    failed: "Non ha funzionato: {why}",
    offline: "Il simulatore non risponde. È acceso?",
  },
};

const STORED = "centralino.simulator.language";

function initial() {
  const asked = new URLSearchParams(location.search).get("lang");
  const wanted = [asked, localStorage.getItem(STORED), ...navigator.languages];
  return wanted.filter(Boolean).map((tag) => tag.slice(0, 2)).find((tag) => tag in words) ?? "en";
}

let current = initial();

/** The language of the page: `en` or `it`. */
export const language = () => current;

/** Changes the language, and remembers it. */
export function speak(wanted) {
  current = wanted;
  localStorage.setItem(STORED, wanted);
}

/** The words of a key, with its `{parameters}` filled in. */
export function t(key, parameters = {}) {
  const found = words[current][key] ?? words.en[key] ?? key;
  return found.replace(/\{(\w+)\}/g, (_, name) => parameters[name] ?? "");
}

/** Whether there are words for a key. */
export const has = (key) => key in words.en;

/** The words of a key for a number of things. */
export function count(key, number) {
  const form = new Intl.PluralRules(current).select(number) === "one" ? "one" : "other";
  return t(`${key}_${form}`, { count: new Intl.NumberFormat(current).format(number) });
}

const format = (options) => (date) => new Intl.DateTimeFormat(locale(), options).format(date);
const locale = () => (current === "it" ? "it-IT" : "en-GB");

export const time = format({ hour: "2-digit", minute: "2-digit" });
export const seconds = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
export const dayAndTime = format({ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const longDay = format({ weekday: "long", day: "numeric", month: "long" });

const dayOf = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** "Today", "Yesterday" or the date. */
export function day(date, today) {
  const difference = Math.round((dayOf(today) - dayOf(date)) / 86_400_000);
  return difference === 0 ? t("today") : difference === 1 ? t("yesterday") : longDay(date);
}

/** A length of time in two units. */
export function duration(millis) {
  const minutes = Math.max(0, Math.round(millis / 60_000));
  if (minutes >= 2 * 24 * 60) {
    return t("days", { d: Math.floor(minutes / 1440), h: Math.floor((minutes % 1440) / 60) });
  }
  return minutes >= 60 ? t("hours", { h: Math.floor(minutes / 60), m: minutes % 60 }) : t("minutes", { m: minutes });
}
