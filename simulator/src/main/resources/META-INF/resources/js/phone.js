/** The phone: the chat of one customer with the business. */
import * as api from "./api.js";
import { attach } from "./attach.js";
import { fileOf, renderFile, wordsOf } from "./content.js";
import { attribute, h, hidden, icon, keyed, swapIcon, text } from "./dom.js";
import { day, t, time } from "./i18n.js";
import { marks } from "./marks.js";
import { businessName as nameOfBusiness, changed, chooseNumber, isTypedTo, now, selectedCustomer, shownChat } from "./store.js";
import { questionFoot, questionHeader } from "./question.js";
import { templateFoot, templateHeader } from "./template.js";
import { trying } from "./toast.js";

const NEAR_END = 80;

const drafts = new Map();
let shownFor = null;
/** The message that is being changed, if one is. */
let changing = null;
/** The message that is being answered, if one is. */
let answering = null;

const clock = h("b");
const businessName = h("b", { class: "business-name" });
const businessState = h("small");
/** To which number of the business the customer writes, where there are several. */
const numbers = h("select", { class: "phone-number", hidden: true, onchange: () => chooseNumber(numbers.value) });
const avatar = h("span", { class: "avatar business", "aria-hidden": "true" });
const body = h("div", { class: "phone-body" });
const field = h("textarea", {
  class: "phone-field",
  rows: "1",
  maxlength: "65536",
  autocomplete: "off",
  disabled: true,
  oninput: () => {
    drafts.set(shownFor, field.value);
    attribute(send, "disabled", field.value.trim() === "");
  },
  onkeydown: (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && (changing || answering)) {
      change(null);
      answer(null);
    }
  },
});
const send = h("button", { class: "phone-send", type: "submit", disabled: true }, icon("send-horizontal", 19));
const changeText = h("span");
const changeStop = h("button", { class: "link", type: "button", onclick: () => (changing ? change(null) : answer(null)) });
const changeLine = h("div", { class: "phone-change", hidden: true }, changeText, changeStop);
/** Of a group: who writes. */
const writer = h("select", {});
const writerLabel = h("label", { class: "phone-writer", hidden: true }, h("span"), writer);
const from = () => (selectedCustomer()?.members ? writer.value : undefined);
const more = attach(
  () => ({ customer: shownFor, from: from(), quoted: answering?.id, words: changing ? "" : field.value.trim() }),
  (customer, withWords) => {
    if (shownFor !== customer) {
      return;
    }
    answer(null);
    if (withWords) {
      field.value = "";
      drafts.delete(customer);
      attribute(send, "disabled", true);
    }
  },
);
const composer = h(
  "form",
  {
    class: "phone-foot",
    onsubmit: (event) => {
      event.preventDefault();
      submit();
    },
  },
  more,
  h("div", { class: "phone-input" }, field),
  send,
);
const unblock = h("button", { class: "btn small", type: "button", onclick: () => trying(() => api.habits(shownFor, { blocks: false })) });
const blockedText = h("p");
const blocked = h("div", { class: "phone-foot blocked", hidden: true }, blockedText, unblock);

async function submit() {
  const words = field.value.trim();
  if (!words) {
    return;
  }
  const customer = shownFor;
  const edited = changing;
  const answered = answering;
  const by = from();
  change(null);
  answer(null);
  field.value = "";
  drafts.delete(customer);
  attribute(send, "disabled", true);
  field.focus();
  const written = await trying(() => {
    if (edited) {
      return api.edit(customer, edited.id, words);
    }
    return answered ? api.answer(customer, words, answered.id, by) : api.write(customer, words, by);
  });
  if (!written) {
    drafts.set(customer, words);
    if (shownFor === customer && field.value === "") {
      field.value = words;
      attribute(send, "disabled", false);
    }
  }
}

/** Begins to change a message, or stops it. */
function change(message) {
  if (!message && changing) {
    field.value = "";
  }
  changing = message;
  attribute(changeLine, "hidden", !message && !answering);
  if (message) {
    answering = null;
    field.value = message.text;
    attribute(send, "disabled", false);
    field.focus();
  }
}

/** Begins to answer a message, or stops it. */
function answer(message) {
  if (message) {
    change(null);
  }
  answering = message;
  attribute(changeLine, "hidden", !message && !changing);
  changed();
  if (message) {
    field.focus();
  }
}

export function mount(place) {
  place.append(
    h(
      "div",
      { class: "phone" },
      h(
        "div",
        { class: "phone-status", "aria-hidden": "true" },
        clock,
        h("span", { class: "island" }),
        h("span", { class: "phone-signs" }, icon("signal-high", 13), icon("wifi", 13), icon("battery-full", 15)),
      ),
      h(
        "header",
        { class: "phone-head" },
        avatar,
        h("div", {}, h("div", { class: "business-line" }, businessName, icon("badge-check", 14)), businessState),
        numbers,
      ),
      body,
      changeLine,
      writerLabel,
      composer,
      blocked,
      h("span", { class: "home-bar", "aria-hidden": "true" }),
    ),
  );
}

export function render(store) {
  const customer = selectedCustomer();
  text(clock, time(now()));
  text(avatar, store.business.initials);
  text(businessName, nameOfBusiness());
  attribute(numbers, "hidden", store.numbers.length < 2);
  attribute(numbers, "aria-label", t("numberOfBusiness"));
  keyed(numbers, store.numbers, (number) => number.phoneNumberId, () => h("option"), (option, number) => {
    attribute(option, "value", number.phoneNumberId);
    text(option, number.phone);
  });
  numbers.value = store.chosen?.phoneNumberId ?? "";
  attribute(field, "aria-label", t("message"));
  attribute(field, "placeholder", t("message"));
  attribute(send, "aria-label", t("send"));
  attribute(send, "title", t("send"));
  if (!customer) {
    return;
  }
  const typing = isTypedTo(customer.id);
  text(businessState, typing ? t("typing") : t("businessAccount"));
  const blocks = customer.blocks;
  attribute(composer, "hidden", blocks);
  attribute(blocked, "hidden", !blocks);
  text(blockedText, t("blocked", { name: customer.name, business: nameOfBusiness() }));
  text(unblock, t("unblock"));
  attribute(writerLabel, "hidden", !customer.members);
  text(writerLabel.firstChild, t("writesAs"));
  keyed(writer, customer.members ?? [], (member) => member.id, () => h("option"), (option, member) => {
    attribute(option, "value", member.id);
    text(option, member.name);
  });
  text(changeText, answering ? t("answering", { words: wordsOf(answering) }) : t("changingMessage"));
  more.render(Boolean(customer.members));
  text(changeStop, t("cancel"));
  chat(customer, store, typing);
}

function chat(customer, store, typing) {
  if (shownFor !== customer.id) {
    shownFor = customer.id;
    change(null);
    answer(null);
    body.replaceChildren(h("div", { class: "chat", role: "log", tabindex: "0" }));
    attribute(field, "disabled", false);
    field.value = drafts.get(customer.id) ?? "";
    attribute(send, "disabled", field.value.trim() === "");
  }
  const log = body.firstChild;
  attribute(log, "aria-label", t("chatWith", { name: customer.name }));
  if (store.chat === null) {
    return;
  }
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
  const before = log.lastElementChild?.dataset.key;
  keyed(log, rows(customer, store, typing), (row) => row.key, create, update);
  const last = log.lastElementChild;
  if (atEnd || (last?.dataset.key !== before && last?.classList.contains("mine"))) {
    log.scrollTop = log.scrollHeight;
  }
}

function rows(customer, store, typing) {
  const list = [];
  const today = now();
  let lastDay = null;
  const chat = shownChat();
  for (const message of chat) {
    const words = day(new Date(message.at), today);
    if (words !== lastDay) {
      list.push({ key: `day ${new Date(message.at).toDateString()}`, kind: "day", words });
      lastDay = words;
    }
    const quoted = message.quoted && chat.find((other) => other.id === message.quoted);
    const writer = message.sender && nameIn(customer, message.sender);
    list.push({ key: message.id, kind: "message", message, customer, quoted, business: nameOfBusiness(), writer, from });
  }
  if (list.length === 0) {
    list.push({ key: "empty", kind: "day", words: t("emptyChat", { business: nameOfBusiness(), name: customer.name }) });
  }
  if (typing) {
    list.push({ key: "typing", kind: "typing" });
  }
  return list;
}

/** Somebody may have left. */
const nameIn = (group, id) => group.members?.find((member) => member.id === id)?.name ?? id;

function create(row) {
  if (row.kind === "day") {
    return h("p", { class: row.key === "empty" ? "chat-day long" : "chat-day" });
  }
  if (row.kind === "typing") {
    return h("div", { class: "typing", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
  }
  const mine = row.message.from === "customer";
  const tick = mine ? h("span", { class: "tick" }, icon("check", 14), hidden("")) : null;
  return h(
    "div",
    { class: mine ? "bubble mine" : "bubble theirs", role: "article" },
    row.message.sender ? h("b", { class: "writer", dir: "auto" }) : null,
    row.quoted ? h("blockquote", { dir: "auto" }, hidden(t("quoted")), wordsOf(row.quoted)) : null,
    fileOf(row.message),
    templateHeader(row.message),
    questionHeader(row.message),
    h("span", { class: "words", dir: "auto" }),
    templateFoot(row.message, row.customer, row.from),
    questionFoot(row.message, row.customer, row.from),
    h("span", { class: "stamp" }, h("span", { class: "edited" }), h("time", { datetime: row.message.at }), tick),
    marks(row, change, answer),
    h("span", { class: "reaction" }),
  );
}

function update(element, row) {
  if (row.kind === "day") {
    text(element, row.words);
    return;
  }
  if (row.kind === "typing") {
    return;
  }
  const { message } = row;
  const at = time(new Date(message.at));
  text(element.querySelector("time"), at);
  text(element.querySelector(".words"), wordsOf(message));
  renderFile(element.querySelector(".file-seen, .file-heard, .file-had"), message);
  element.classList.toggle("deleted", message.deleted);
  text(element.querySelector(".edited"), message.edited ? t("edited") : "");
  text(element.querySelector(".reaction"), [message.reaction, message.businessReaction].filter(Boolean).join(" "));
  element.querySelector(".marks").set(row);
  if (message.sender) {
    text(element.querySelector(".writer"), row.writer);
  }
  const mine = message.from === "customer";
  const state = mine ? t(`tick.${message.status}`) : null;
  attribute(element, "aria-label", [mine ? (row.writer ?? row.customer.name) : row.business, at, state].filter(Boolean).join(", "));
  if (mine) {
    const tick = element.querySelector(".tick");
    attribute(tick, "class", `tick ${message.status}`);
    attribute(tick, "title", state);
    swapIcon(tick.firstChild, message.status === "written" ? "check" : "check-check");
    text(tick.lastChild, state);
  }
}
