import type { DeliveryError } from "../../api/types";

/** Why WhatsApp did not deliver a message, and what an operator can do about it. */
interface Words {
  readonly why: string;
  readonly what: string;
}
type Both = Readonly<Record<"en" | "it", Words>>;

const CONNECTION: Both = {
  en: { why: "the number is not connected to WhatsApp as it should be.", what: "Tell an administrator." },
  it: { why: "il numero non è collegato a WhatsApp come dovrebbe.", what: "Avvisa un amministratore." },
};
const BUSY: Both = {
  en: { why: "too many messages went out at once.", what: "Write it again in a few minutes." },
  it: { why: "sono partiti troppi messaggi insieme.", what: "Riscrivilo fra qualche minuto." },
};
const THEIR_TROUBLE: Both = {
  en: { why: "WhatsApp had a problem of its own.", what: "Write it again in a few minutes." },
  it: { why: "WhatsApp ha avuto un problema.", what: "Riscrivilo fra qualche minuto." },
};
const NOT_UNDERSTOOD: Both = {
  en: {
    why: "WhatsApp did not understand the message.",
    what: "Write it in another way; if that fails too, tell an administrator, with this code.",
  },
  it: {
    why: "WhatsApp non ha capito il messaggio.",
    what: "Scrivilo in un altro modo; se non va nemmeno così, avvisa un amministratore e digli questo codice.",
  },
};
const TEMPLATE: Both = {
  en: {
    why: "WhatsApp refused the template.",
    what: "Choose another one, or tell whoever looks after the templates.",
  },
  it: {
    why: "WhatsApp ha rifiutato il modello.",
    what: "Scegline un altro, o avvisa chi si occupa dei modelli.",
  },
};

/** By the platform's codes (fact sheet, section 12.2); ranges include both ends. */
const REASONS: readonly (readonly [codes: readonly (number | readonly [number, number])[], words: Both])[] = [
  [
    [131047],
    {
      en: {
        why: "the customer has not written for more than 24 hours.",
        what: "Only a template reaches them now; after their next message you can write freely.",
      },
      it: {
        why: "il cliente non scrive da più di 24 ore.",
        what: "Ora lo raggiunge solo un modello; dopo il suo prossimo messaggio potrai scrivere liberamente.",
      },
    },
  ],
  [
    [131026],
    {
      en: {
        why: "this customer’s WhatsApp cannot take it: it may be an old version, or no longer there.",
        what: "Try another way to reach them.",
      },
      it: {
        why: "il WhatsApp di questo cliente non può riceverlo: forse è una versione vecchia, o non c’è più.",
        what: "Prova a raggiungerlo in un altro modo.",
      },
    },
  ],
  [
    [130403],
    {
      en: { why: "this customer is blocked here.", what: "Unblock them first." },
      it: { why: "questo cliente è bloccato da noi.", what: "Prima va sbloccato." },
    },
  ],
  [
    [131020, 131041, 131059, [131200, 131299]],
    {
      en: {
        why: "WhatsApp did not take it for this group: it may be closed, or we may not be in it any more.",
        what: "Write to one of its people, or ask an administrator to look at the group.",
      },
      it: {
        why: "WhatsApp non l’ha accettato per questo gruppo: forse è chiuso, o non ne facciamo più parte.",
        what: "Scrivi a una delle persone, o chiedi a un amministratore di controllare il gruppo.",
      },
    },
  ],
  [
    [130472, 131049],
    {
      en: {
        why: "WhatsApp limits how much advertising a person gets.",
        what: "Do not send it again today; an answer to the customer’s own message goes through.",
      },
      it: {
        why: "WhatsApp limita la pubblicità che una persona riceve.",
        what: "Non rimandarlo oggi; una risposta a un messaggio del cliente arriva.",
      },
    },
  ],
  [
    [131050],
    {
      en: {
        why: "the customer no longer wants advertising from us.",
        what: "Respect it, and write only about what they ask.",
      },
      it: {
        why: "il cliente non vuole più pubblicità da noi.",
        what: "Rispettalo, e scrivi solo di ciò che chiede.",
      },
    },
  ],
  [
    [131062],
    {
      en: {
        why: "this kind of message needs the customer’s phone number.",
        what: "Ask for it, or write an ordinary message.",
      },
      it: {
        why: "questo tipo di messaggio richiede il numero del cliente.",
        what: "Chiediglielo, o scrivi un messaggio normale.",
      },
    },
  ],
  [
    [137000],
    {
      en: {
        why: "the customer’s WhatsApp has changed hands or device.",
        what: "Make sure that it is still them.",
      },
      it: {
        why: "il WhatsApp del cliente ha cambiato dispositivo o proprietario.",
        what: "Accertati che sia ancora lui.",
      },
    },
  ],
  [
    [131052, 131053],
    {
      en: { why: "WhatsApp could not take the file.", what: "Send it in another format, or smaller." },
      it: {
        why: "WhatsApp non ha potuto prendere il file.",
        what: "Mandalo in un altro formato, o più piccolo.",
      },
    },
  ],
  [
    [131048],
    {
      en: {
        why: "WhatsApp has slowed this number down, because customers found messages unwanted.",
        what: "Tell an administrator, and write only to who wrote first.",
      },
      it: {
        why: "WhatsApp ha rallentato questo numero, perché alcuni clienti non gradivano i messaggi.",
        what: "Avvisa un amministratore, e scrivi solo a chi ha scritto.",
      },
    },
  ],
  [
    [131042],
    {
      en: { why: "the payment for WhatsApp does not go through.", what: "Tell an administrator." },
      it: { why: "il pagamento di WhatsApp non va a buon fine.", what: "Avvisa un amministratore." },
    },
  ],
  [
    [130497],
    {
      en: {
        why: "WhatsApp does not let this business write to that country.",
        what: "Try another way to reach the customer.",
      },
      it: {
        why: "WhatsApp non permette a quest’azienda di scrivere in quel paese.",
        what: "Prova a raggiungere il cliente in un altro modo.",
      },
    },
  ],
  [
    [132001],
    {
      en: {
        why: "WhatsApp has no such template in this language, or not any more.",
        what: "Choose another one: the templates here are read again now.",
      },
      it: {
        why: "WhatsApp non ha questo modello in questa lingua, o non più.",
        what: "Scegline un altro: i modelli qui vengono riletti adesso.",
      },
    },
  ],
  [
    [132015, 132016],
    {
      en: {
        why: "WhatsApp has stopped this template, because customers did not like it.",
        what: "Choose another one, and tell whoever looks after the templates.",
      },
      it: {
        why: "WhatsApp ha fermato questo modello, perché ai clienti non piaceva.",
        what: "Scegline un altro, e avvisa chi si occupa dei modelli.",
      },
    },
  ],
  [[[132000, 132099], 131063, 131064, 134101, 134102, [2388000, 2388999]], TEMPLATE],
  [
    [131021],
    {
      en: { why: "this is the number of the business itself.", what: "Write to the customer’s number." },
      it: { why: "questo è il numero dell’azienda stessa.", what: "Scrivi al numero del cliente." },
    },
  ],
  [
    [33, 100, 131008, 131009, 131051, 131055, 134100, 135000, 136024, 136025, [147001, 147005]],
    NOT_UNDERSTOOD,
  ],
  [[4, 613, 80007, 130429, 131056], BUSY],
  [[1, 2, 131000, 131016, 131057, 133004], THEIR_TROUBLE],
  [
    [3, 10, 190, 368, [200, 299], 131005, 131030, 131031, 131037, 131045, 134011, [133000, 133016], 141000],
    CONNECTION,
  ],
];

const NO_REASON: Both = {
  en: {
    why: "WhatsApp gave no reason.",
    what: "Write it again; if that fails too, try another way to reach the customer.",
  },
  it: {
    why: "WhatsApp non ha detto perché.",
    what: "Riscrivilo; se non va nemmeno così, prova a raggiungere il cliente in un altro modo.",
  },
};

const NOT_REACHED: Both = {
  en: { why: "WhatsApp could not be reached in time.", what: "Write it again in a few minutes." },
  it: { why: "non si è riusciti a raggiungere WhatsApp in tempo.", what: "Riscrivilo fra qualche minuto." },
};

/** What our own services did not send, by their words for it: `Failure.test.tsx` reads those in their sources. */
const NOT_SENT: Readonly<Record<string, Both>> = {
  "Too old to be sent by itself": {
    en: {
      why: "it was written too long ago, and may have been sent already.",
      what: "Ask the customer or look at the phone, then send it again if it is still right.",
    },
    it: {
      why: "è stato scritto troppo tempo fa, e forse è già partito.",
      what: "Chiedi al cliente o guarda sul telefono, poi invialo di nuovo se va ancora bene.",
    },
  },
  "Waited too long to be sent by itself": {
    en: {
      why: "it waited too long for the number’s access token, and was not sent.",
      what: "Send it again if it is still right.",
    },
    it: {
      why: "ha aspettato troppo il token di accesso del numero, e non è partito.",
      what: "Invialo di nuovo se va ancora bene.",
    },
  },
  "Too old to be set by itself": {
    en: {
      why: "it was set too long ago, and may be there already.",
      what: "Set it again if it is still right.",
    },
    it: { why: "è stata messa troppo tempo fa, e forse c’è già.", what: "Rimettila se va ancora bene." },
  },
  "No recipient": {
    en: {
      why: "nothing is known under which WhatsApp reaches this customer.",
      what: "Ask for the phone number, and begin a new conversation with it.",
    },
    it: {
      why: "non si conosce niente con cui WhatsApp possa raggiungere questo cliente.",
      what: "Chiedigli il numero di telefono, e inizia con quello una nuova conversazione.",
    },
  },
  "Cannot be sent": {
    en: {
      why: "a message of this kind cannot be sent to customers.",
      what: "Write it in another way; if files belong to it, attach them again.",
    },
    it: {
      why: "un messaggio di questo tipo non si può inviare ai clienti.",
      what: "Scrivilo in un altro modo; se ha dei file, allegali di nuovo.",
    },
  },
  "This number is not connected any more": {
    en: {
      why: "this number was removed from Centralino.",
      what: "Write from another number, or ask whoever manages numbers to connect it again.",
    },
    it: {
      why: "questo numero è stato tolto da Centralino.",
      what: "Scrivi da un altro numero, o chiedi a chi gestisce i numeri di ricollegarlo.",
    },
  },
  "WhatsApp could not be reached": NOT_REACHED,
  "Too many requests": BUSY,
  "Not delivered": NO_REASON,
  "The file is gone": {
    en: { why: "the file is not where files are kept any more.", what: "Attach it again and send it." },
    it: { why: "il file non c’è più dove si conservano i file.", what: "Allegalo di nuovo e invialo." },
  },
  "The file could not be brought to WhatsApp": {
    en: {
      why: "the file could not be brought to WhatsApp in time.",
      what: "Send it again in a few minutes; if that fails too, send it smaller.",
    },
    it: {
      why: "non si è riusciti a portare il file a WhatsApp in tempo.",
      what: "Rimandalo fra qualche minuto; se non va nemmeno così, mandalo più piccolo.",
    },
  },
  "The customer wants no advertising": {
    en: {
      why: "the customer has not agreed to advertising, or withdrew before it left.",
      what: "Write only about what they ask; if they agree, record it on the contact and send it again.",
    },
    it: {
      why: "il cliente non ha accettato la pubblicità, o l’ha rifiutata prima che partisse.",
      what: "Scrivi solo di ciò che chiede; se accetta, registralo nel contatto e invialo di nuovo.",
    },
  },
};

const isAmong = (code: number, codes: readonly (number | readonly [number, number])[]): boolean =>
  codes.some((one) => (typeof one === "number" ? one === code : code >= one[0] && code <= one[1]));

/** It stands for an access token that is not valid, and for what we found out ourselves. */
const ofOurs = ({ title = "", detail = "" }: DeliveryError): Both =>
  NOT_SENT[title] ??
  (/authenti|token|oauth|permission/i.test(`${title} ${detail}`) ? CONNECTION : NOT_REACHED);

/** In words, if there are some for it; else what the platform itself says, in its own language. */
export function failureInWords(error: DeliveryError | undefined, language: "en" | "it"): Words {
  const known = error && REASONS.find(([codes]) => isAmong(error.code, codes))?.[1];
  if (known) return known[language];
  if (error?.code === 0) return ofOurs(error)[language];
  const said = error?.detail ?? error?.title;
  return said ? { why: said, what: "" } : NO_REASON[language];
}
