/**
 * What the page knows, and who wants to hear of it. The server tells what changed in whole objects, so that an
 * event may come twice without harm.
 */
import * as api from "./api.js";

const LOG_KEPT = 200;
const TYPING_MILLIS = 25_000;

/** This page's name, by which it tells the server which chat it shows. */
const page = crypto.randomUUID();

export const store = {
  ready: false,
  connected: false,
  offsetMillis: 0,
  business: { name: "", initials: "", phone: "" },
  /** The business numbers to which one can write, and which of them is shown; null for the first one. */
  numbers: [],
  number: null,
  inboxUrl: "",
  customers: [],
  moreCustomers: 0,
  faults: {},
  steps: [],
  log: [],
  /** Whose phone is shown. */
  selected: null,
  /** The messages of that phone in the order of the platform's time, or null while they load. */
  chat: null,
  /** Until when (machine's time) the business types to a customer. */
  typing: new Map(),
};

const listeners = [];
let drawing = false;

/** Calls the listener before the next frame after anything changed. */
export function watch(listener) {
  listeners.push(listener);
}

/** Says that something changed. */
export function changed() {
  if (!drawing) {
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      listeners.forEach((listener) => listener(store));
    });
  }
}

/** The platform's time. */
export const now = () => new Date(Date.now() + store.offsetMillis);

/** The customer whose phone is shown. */
export const selectedCustomer = () => store.customers.find((customer) => customer.id === store.selected);

/** Shows another phone. */
export async function select(id) {
  if (store.selected === id) {
    return;
  }
  store.selected = id;
  store.chat = null;
  changed();
  tellWhatIsShown();
  await loadChat();
}

async function loadChat() {
  const id = store.selected;
  if (!id) {
    return;
  }
  const messages = await api.chat(id);
  if (store.selected === id) {
    store.chat = inOrder(merged(messages, store.chat ?? []));
    changed();
  }
}

/** Tells the server which chat is on the screen: that is what the customer reads. */
export function tellWhatIsShown() {
  const shown = document.visibilityState === "visible" ? store.selected : null;
  api.shows(page, shown).catch(() => {
    /* The next connection says it again. */
  });
}

/** Follows the server for ever. */
export function follow() {
  const events = api.live(page);
  let early = [];
  const load = async () => {
    early ??= [];
    const state = await api.state();
    take(state);
    const waiting = early ?? [];
    early = null;
    waiting.forEach(apply);
    await loadChat();
    tellWhatIsShown();
  };
  events.addEventListener("open", () => {
    store.connected = true;
    load().catch(() => {
      store.connected = false;
      changed();
    });
  });
  events.addEventListener("error", () => {
    store.connected = false;
    changed();
  });
  events.addEventListener("message", (event) => {
    const changes = JSON.parse(event.data);
    if (changes.reload) {
      load().catch(() => {});
    } else if (early) {
      early.push(changes);
    } else {
      apply(changes);
    }
  });
  document.addEventListener("visibilitychange", tellWhatIsShown);
}

function take(state) {
  store.ready = true;
  time(state);
  store.numbers = state.numbers.filter(({ registered }) => registered);
  takeNumber(state);
  store.inboxUrl = state.inboxUrl;
  store.customers = state.customers;
  store.moreCustomers = state.moreCustomers;
  store.faults = state.faults;
  store.steps = state.steps;
  store.log = state.log;
  store.chat = null;
  if (!selectedCustomer()) {
    store.selected = store.customers[0]?.id ?? null;
  }
  changed();
}

/** Which business is on the phone. One that is gone is not. */
function takeNumber(state) {
  const first = store.numbers[0];
  const shown = store.numbers.find(({ phoneNumberId }) => phoneNumberId === store.number) ?? first;
  store.number = shown === first ? null : shown.phoneNumberId;
  api.writeTo(store.number);
  store.business = state.business;
  store.chosen = shown;
}

/** Shows the chat with another number of the business. */
export function chooseNumber(phoneNumberId) {
  store.number = phoneNumberId;
  takeNumber(store);
  changed();
}

/** What the chat with the number that is shown holds. */
export const shownChat = () =>
  store.numbers.length < 2 ? store.chat : store.chat.filter(({ number }) => number === store.chosen.phoneNumberId);

/** The name of the business, as its number says it. */
export const businessName = () => store.chosen?.name ?? store.business.name;

function apply(changes) {
  time(changes);
  store.faults = changes.faults;
  store.steps = changes.steps;
  for (const customer of changes.customers) {
    const index = store.customers.findIndex((other) => other.id === customer.id);
    if (index >= 0) {
      store.customers[index] = customer;
    } else {
      store.customers.push(customer);
    }
  }
  for (const message of changes.messages) {
    if (message.from === "business") {
      store.typing.delete(message.customer);
    }
    if (message.customer === store.selected) {
      store.chat = inOrder(merged(store.chat ?? [], [message]));
    }
  }
  for (const customer of changes.typing) {
    store.typing.set(customer, Date.now() + TYPING_MILLIS);
    setTimeout(changed, TYPING_MILLIS + 50);
  }
  const known = store.log.at(-1)?.id ?? 0;
  store.log = [...store.log, ...changes.log.filter((line) => line.id > known)].slice(-LOG_KEPT);
  changed();
}

function time(said) {
  store.offsetMillis = said.offsetMillis;
}

function merged(messages, newer) {
  const byId = new Map(messages.map((message) => [message.id, message]));
  newer.forEach((message) => byId.set(message.id, message));
  return [...byId.values()];
}

/** By the platform's time; what has the same second stays in the order of its coming. */
function inOrder(messages) {
  return messages
    .map((message, index) => ({ message, index, at: Date.parse(message.at) }))
    .sort((one, other) => one.at - other.at || one.index - other.index)
    .map(({ message }) => message);
}

/** The business is typing to this customer. */
export const isTypedTo = (id) => (store.typing.get(id) ?? 0) > Date.now();
