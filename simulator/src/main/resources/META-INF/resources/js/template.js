/** A template of the business, as its customer sees it. */
import * as api from "./api.js";
import { viewOf } from "./content.js";
import { ask } from "./dialogs.js";
import { h } from "./dom.js";
import { dayAndTime, t } from "./i18n.js";
import { products } from "./products.js";
import { trying } from "./toast.js";

/** What stands above the words, beside a file; null when nothing does. */
export function templateHeader({ template }) {
  const offer = template?.offer ? offerOf(template.offer) : null;
  if (!offer) {
    return above(template);
  }
  return h("div", {}, above(template), offer);
}

const offerOf = ({ text, endsAt }) =>
  h(
    "div",
    { class: "template-place" },
    h("b", { dir: "auto" }, text),
    endsAt ? h("small", {}, t("offerEnds", { when: dayAndTime(new Date(endsAt)) })) : null,
  );

function above(template) {
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
    template.buttons.flatMap((button) => pressed(button, message, customer, from)),
    template.products && template.buttons.length === 0 ? onCards(message, customer, from) : null,
    template.cards.length > 0
      ? h(
          "ul",
          { class: "template-cards", tabindex: "0" },
          template.cards.map((card) => cardOf(card, message, customer, from)),
        )
      : null,
  );
}

/** Products that stand on cards. */
const onCards = (message, customer, from) =>
  products(message.template.products, (wanted) => trying(() => api.send(customer.id, { quoted: message.id, ...wanted, from: from() })));

/** One of those that are scrolled through. */
const cardOf = ({ label, file, body, buttons }, message, customer, from) =>
  h(
    "li",
    {},
    file ? viewOf(label, file, body ?? "") : null,
    body ? h("p", { dir: "auto" }, body) : null,
    buttons.flatMap((button) => pressed(button, message, customer, from)),
  );

/** What pressing does, as on a phone. */
function pressed({ type, text, value }, message, customer, from) {
  const send = (wanted) => trying(() => api.send(customer.id, { quoted: message.id, ...wanted, from: from() }));
  const button = (onclick) => h("button", { class: "template-button", type: "button", onclick }, text);
  switch (type) {
    case "URL":
      return h("a", { class: "template-button", href: value, target: "_blank", rel: "noreferrer" }, text);
    // The answer brings back what the business has named it.
    case "QUICK_REPLY":
      return button(() => send({ type: "button", content: { text, payload: value } }));
    case "FLOW":
      return button(() => fillIn(text, value, send));
    case "MPM":
    case "SPM":
    case "CATALOG":
      return h("details", { class: "question-list" }, h("summary", { class: "template-button" }, text), products(message.template.products, send));
    case "CALL_PERMISSION_REQUEST":
      return [true, false].map((leave) =>
        h("button", { class: "template-button", type: "button", onclick: () => send(permission(leave)) }, t(leave ? "callAllow" : "callDecline")),
      );
    case "VOICE_CALL":
      return button(() => trying(() => api.ring(customer.id, 0)));
    case "REQUEST_CONTACT_INFO":
      return button(() => send(cardOfItself(customer)));
    default:
      return h("span", { class: "template-button" }, text);
  }
}

/** A form of two questions: what a form asks, its maker alone knows. */
async function fillIn(title, token, send) {
  const said = await ask(title, [
    { name: "voto", label: t("formRating"), value: "5", required: true },
    { name: "nota", label: t("formNote") },
  ]);
  if (said) {
    const filled = { flow_token: token, voto: said.voto, ...(said.nota ? { nota: said.nota } : {}) };
    send({ type: "interactive", content: { type: "nfm_reply", nfm_reply: { name: "flow", body: "Sent", response_json: JSON.stringify(filled) } } });
  }
}

/** A customer lets himself be called for a week, or does not. */
const permission = (leave) => ({
  type: "interactive",
  content: {
    type: "call_permission_reply",
    call_permission_reply: {
      response: leave ? "accept" : "reject",
      is_permanent: false,
      response_source: "user_action",
      ...(leave ? { expiration_timestamp: Math.floor(Date.now() / 1000) + 7 * 86400 } : {}),
    },
  },
});

const cardOfItself = ({ name, phone }) => ({
  type: "contacts",
  content: [{ name: { formatted_name: name }, ...(phone ? { phones: [{ phone, type: "CELL" }] } : {}), origin: "contact_request" }],
});
