/** "Make something happen", and the trouble switches. */
import * as api from "./api.js";
import { ask, startOver } from "./dialogs.js";
import { attribute, h, icon, keyed, text } from "./dom.js";
import { dayAndTime, t } from "./i18n.js";
import { now, selectedCustomer, store as known } from "./store.js";
import { toast, trying } from "./toast.js";

const ACTS = [
  { key: "jump", icon: "fast-forward", act: jump },
  { key: "stopReading", icon: "eye-off", act: toggleReading, pressed: (customer) => !customer.reads },
  { key: "block", icon: "ban", act: toggleBlocking, pressed: (customer) => customer.blocks },
  { key: "stopMarketing", icon: "megaphone-off", act: toggleMarketing, pressed: (customer) => !customer.marketing },
  { key: "crowd", icon: "users-round", act: crowd },
  { key: "echo", icon: "smartphone", act: answerOnThePhone },
  { key: "newNumber", icon: "arrow-left-right", act: changeNumber },
  { key: "past", icon: "history", act: handOver },
  { key: "token", icon: "key-round", act: () => makeToken() },
  { key: "numberToken", icon: "key-round", act: () => makeToken(known.chosen ?? known.numbers[0]) },
  { key: "throughput", icon: "signal-high", act: toggleThroughput, pressed: () => isHigh(known.chosen) },
  { key: "businessNumber", icon: "plus", act: addNumber },
];
const LIMITS = "limitsInEarnest";
const COMMON = ["duplicateWebhooks", "outOfOrder", "tooManyRequests", "wrongSignature", LIMITS];
const RARE = [
  "batches",
  "refused",
  "serverErrors",
  "timeoutAfterAcceptance",
  "resetAfterAcceptance",
  "holdAnswers",
  "tokenExpired",
  "pairRateLimit",
  "throughputLimit",
  "alsoOnPhone",
  "marketingCap",
];

const happenTitle = h("h2", { class: "block-title", id: "happen-title" });
const over = h("button", { class: "link", type: "button", onclick: startOver }, icon("rotate-ccw", 13), h("span"));
const acts = h("div", { class: "acts" });
const troubleTitle = h("h2", { class: "block-title", id: "trouble-title" }, h("span"), h("small"));
const common = h("div", { class: "switches" });
const rare = h("div", { class: "switches" });
const moreLabel = h("span");
const moreCount = h("em", { class: "badge quiet", hidden: true });
const more = h("details", { class: "more-trouble" }, h("summary", {}, icon("chevron-right", 14), moreLabel, moreCount), rare);

async function jump() {
  if (await trying(() => api.jump("PT24H"))) {
    const later = new Date(now().getTime());
    toast(t("jumped", { when: dayAndTime(later) }));
  }
}

async function toggleReading() {
  const customer = selectedCustomer();
  const after = await trying(() => api.habits(customer.id, { reads: !customer.reads }));
  if (after) {
    toast(t(after.reads ? "readingBegun" : "readingStopped", { name: after.name }));
  }
}

async function toggleBlocking() {
  const customer = selectedCustomer();
  const after = await trying(() => api.habits(customer.id, { blocks: !customer.blocks }));
  if (after) {
    toast(t(after.blocks ? "blockedNow" : "unblockedNow", { name: after.name, business: known.business.name }));
  }
}

async function toggleMarketing() {
  const customer = selectedCustomer();
  const after = await trying(() => api.marketing(customer.id, !customer.marketing));
  if (after) {
    toast(t(after.marketing ? "marketingWanted" : "marketingUnwanted", { name: after.name }));
  }
}

async function crowd() {
  if (await trying(() => api.crowd(50, "PT1M"))) {
    toast(t("crowdComes"));
  }
}

/** Somebody of the business answers in the app on its phone, beside the inbox. */
async function answerOnThePhone() {
  const customer = selectedCustomer();
  const said = await ask(t("echoTitle", { business: known.business.name, name: customer.name }), [
    { name: "text", label: t("message"), required: true },
  ]);
  if (said && (await trying(() => api.echo(customer.id, said.text)))) {
    toast(t("echoed"));
  }
}

async function changeNumber() {
  const customer = selectedCustomer();
  const wanted = await ask(t("newNumberTitle", { name: customer.name }), [
    { name: "phone", label: t("phoneNumber"), required: true },
  ]);
  const after = wanted && (await trying(() => api.identity(customer.id, wanted)));
  if (after) {
    toast(t("numberChanged", { name: after.name, phone: after.phone }));
  }
}

/** The phone hands over what was written before, and the names that it has for people. */
async function handOver() {
  const told = await trying(() => Promise.all([api.tellHistory(), api.tellAddressBook()]));
  if (told) {
    toast(t("handedOver"));
  }
}

/** The one before is good for nothing: until the inbox is given the new one, nothing can be sent. */
async function makeToken(number) {
  const made = await trying(() => api.makeToken(number?.phoneNumberId));
  if (made) {
    await ask(number ? t("numberTokenTitle", { number: number.phone }) : t("tokenTitle"), [{ name: "token", label: t("tokenHere"), value: made.token }], t("close"));
  }
}

const isHigh = (number) => number?.throughput === "HIGH";

/** The number to which the customer writes takes more messages a second, or as many as before. */
async function toggleThroughput() {
  const number = known.chosen ?? known.numbers[0];
  const after = await trying(() => api.throughput(number.phoneNumberId, isHigh(number) ? "STANDARD" : "HIGH"));
  if (after) {
    toast(t(isHigh(after) ? "raised" : "lowered", { number: after.phone }));
  }
}

/** As in WhatsApp Manager: verified, and not registered yet. What it takes to connect it is shown. */
async function addNumber() {
  const wanted = await ask(
    t("businessNumberTitle"),
    [
      { name: "name", label: t("name"), required: true },
      { name: "phone", label: t("phoneNumber"), required: true },
    ],
    t("addNumber"),
  );
  const added = wanted && (await trying(() => api.addNumber(wanted)));
  if (added) {
    await ask(
      t("businessNumberAdded"),
      [
        { name: "account", label: t("accountId"), value: added.waba },
        { name: "id", label: t("phoneNumberId"), value: added.phoneNumberId },
      ],
      t("close"),
    );
  }
}

export function mount(happen, trouble) {
  happen.append(h("header", { class: "block-head" }, happenTitle, over), acts);
  trouble.append(h("header", { class: "block-head" }, troubleTitle), common, more);
}

export function render(store) {
  text(happenTitle, t("happenTitle"));
  text(over.lastChild, t("startOver"));
  text(troubleTitle.firstChild, t("troubleTitle"));
  text(troubleTitle.lastChild, t("troubleHint"));
  text(moreLabel, t("moreTrouble"));
  const customer = selectedCustomer();
  keyed(
    acts,
    ACTS,
    (act) => act.key,
    (act) =>
      h(
        "div",
        { class: "act" },
        icon(act.icon, 18),
        h(
          "span",
          {},
          h("button", { class: "cover", type: "button", "aria-describedby": `hint-${act.key}`, onclick: act.act }),
          h("small", { id: `hint-${act.key}` }),
        ),
      ),
    (card, act) => {
      const button = card.querySelector("button");
      const pressed = act.pressed && customer ? act.pressed(customer) : null;
      text(button, t(act.key));
      text(card.querySelector("small"), t(`${act.key}Hint`));
      attribute(button, "aria-pressed", pressed === null ? null : String(pressed));
    },
  );
  switches(common, COMMON, store);
  switches(rare, RARE, store);
  const on = RARE.filter((fault) => store.faults[fault]).length;
  attribute(moreCount, "hidden", on === 0);
  text(moreCount, String(on));
}

/** Both limits of the platform have one switch, too. */
function isOn(faults, fault) {
  return fault === LIMITS ? Boolean(faults.pairRateLimit && faults.throughputLimit) : Boolean(faults[fault]);
}

function switches(place, faults, store) {
  keyed(
    place,
    faults,
    (fault) => fault,
    (fault) =>
      h(
        "button",
        {
          class: "switch",
          type: "button",
          role: "switch",
          onclick: () => trying(() => api.faults({ [fault]: !isOn(known.faults, fault) })),
        },
        h("i", { "aria-hidden": "true" }),
        h("span"),
      ),
    (button, fault) => {
      attribute(button, "aria-checked", String(isOn(store.faults, fault)));
      text(button.lastChild, t(`fault.${fault}`));
    },
  );
}
