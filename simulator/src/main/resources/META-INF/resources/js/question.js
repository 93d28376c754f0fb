/** What the business asks and the customer answers by pressing something. */
import * as api from "./api.js";
import { ask } from "./dialogs.js";
import { h } from "./dom.js";
import { t } from "./i18n.js";
import { products } from "./products.js";
import { trying } from "./toast.js";

/** What stands above the words; null when nothing does. */
export const questionHeader = ({ question }) =>
  question?.header ? h("b", { class: "template-header", dir: "auto" }, question.header) : null;

/** What stands below the words: the small line, and what can be pressed. */
export function questionFoot(message, customer, from) {
  const { question } = message;
  if (!question) {
    return null;
  }
  const send = (wanted) => trying(() => api.send(customer.id, { quoted: message.id, ...wanted, from: from() }));
  return h(
    "div",
    { class: "template-foot" },
    question.footer ? h("small", { dir: "auto" }, question.footer) : null,
    WAYS[question.kind](question, send),
  );
}

const button = (words, onclick) => h("button", { class: "template-button", type: "button", onclick }, words);

/** An answer brings back what the business has named it. */
const answer = (kind, { id, title, description }) => ({
  type: "interactive",
  content: { type: kind, [kind]: { id, title, ...(description ? { description } : {}) } },
});

const WAYS = {
  button: ({ choices }, send) =>
    choices.map((choice) => button(choice.title, () => send(answer("button_reply", choice)))),
  list: (question, send) => [h("details", { class: "question-list" }, h("summary", { class: "template-button" }, question.button), rows(question, send))],
  cta_url: ({ button: words, url }) =>
    h("a", { class: "template-button", href: url, target: "_blank", rel: "noreferrer" }, words),
  product: products,
  product_list: products,
  catalog_message: (question, send) => [
    h("details", { class: "question-list" }, h("summary", { class: "template-button" }, t("seeCatalogue")), products(question, send)),
  ],
  location_request_message: (_, send) => button(t("sendPlace"), () => sendPlace(send)),
};

function rows({ choices }, send) {
  const list = [];
  let section = null;
  for (const choice of choices) {
    if (choice.section && choice.section !== section) {
      list.push(h("b", { dir: "auto" }, choice.section));
    }
    section = choice.section;
    const row = button(choice.title, (event) => {
      event.currentTarget.closest("details").open = false;
      send(answer("list_reply", choice));
    });
    if (choice.description) {
      row.append(h("small", { dir: "auto" }, choice.description));
    }
    list.push(row);
  }
  return list;
}

async function sendPlace(send) {
  const said = await ask(t("attach.place"), [
    { name: "latitude", label: t("latitude"), value: "45.4434", required: true },
    { name: "longitude", label: t("longitude"), value: "10.9973", required: true },
  ]);
  if (said) {
    send({ type: "location", content: { latitude: Number(said.latitude), longitude: Number(said.longitude) } });
  }
}
