/** A template of the business, as its customer sees it. */
import * as api from "./api.js";
import { viewOf } from "./content.js";
import { h } from "./dom.js";
import { trying } from "./toast.js";

/** What stands above the words, beside a file; null when nothing does. */
export function templateHeader({ template }) {
  if (template?.place) {
    const { latitude, longitude, name, address } = template.place;
    return h(
      "div",
      { class: "template-place", dir: "auto" },
      h("b", {}, name ?? `${latitude}, ${longitude}`),
      address ? h("small", {}, address) : null,
    );
  }
  return template?.header ? h("b", { class: "template-header", dir: "auto" }, template.header) : null;
}

/** What stands below the words: the small line, and what can be pressed. */
export function templateFoot(message, customer, from) {
  const { template } = message;
  if (!template) {
    return null;
  }
  return h(
    "div",
    { class: "template-foot" },
    template.footer ? h("small", { dir: "auto" }, template.footer) : null,
    template.buttons.map((button) => pressed(button, message, customer, from)),
    template.cards.length > 0
      ? h(
          "ul",
          { class: "template-cards", tabindex: "0" },
          template.cards.map((card) => cardOf(card, message, customer, from)),
        )
      : null,
  );
}

/** One of those that are scrolled through. */
const cardOf = ({ label, file, body, buttons }, message, customer, from) =>
  h(
    "li",
    {},
    file ? viewOf(label, file, body ?? "") : null,
    body ? h("p", { dir: "auto" }, body) : null,
    buttons.map((button) => pressed(button, message, customer, from)),
  );

/** An answer by a button brings back what the business has named it. */
function pressed({ type, text, value }, message, customer, from) {
  if (type === "URL") {
    return h("a", { class: "template-button", href: value, target: "_blank", rel: "noreferrer" }, text);
  }
  const answer = () =>
    trying(() =>
      api.send(customer.id, { type: "button", content: { text, payload: value }, quoted: message.id, from: from() }),
    );
  return type === "QUICK_REPLY"
    ? h("button", { class: "template-button", type: "button", onclick: answer }, text)
    : h("span", { class: "template-button" }, text);
}
