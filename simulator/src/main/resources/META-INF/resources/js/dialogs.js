/** The three dialogs: a new customer, starting over, and what stands behind a line of the log. */
import * as api from "./api.js";
import { h, icon } from "./dom.js";
import { has, t } from "./i18n.js";
import { select, store } from "./store.js";
import { trying } from "./toast.js";

function open(title, ...content) {
  const dialog = h(
    "dialog",
    { class: "dialog", "aria-labelledby": "dialog-title", onclose: () => dialog.remove() },
    h(
      "header",
      { class: "dialog-head" },
      h("h2", { id: "dialog-title" }, title),
      h("button", { class: "ib", type: "button", "aria-label": t("close"), onclick: () => dialog.close() }, icon("x", 17)),
    ),
    ...content,
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.getElementById("dialogs").append(dialog);
  dialog.showModal();
  return dialog;
}

function field(name, label, hint, required, value = null) {
  const id = `field-${name}`;
  const hintId = `hint-${name}`;
  return h(
    "div",
    { class: "field" },
    h("span", {}, h("label", { for: id }, label), required ? null : h("small", {}, ` ${t("optional")}`)),
    h("input", { id, name, required, value, autocomplete: "off", "aria-describedby": hint ? hintId : null }),
    hint ? h("small", { id: hintId }, hint) : null,
  );
}

function inWords(refused) {
  if (refused instanceof TypeError) {
    return t("offline");
  }
  const key = `wrong.${refused.violation?.key ?? refused.reasonKey}`;
  return has(key) ? t(key) : refused.message;
}

export function newCustomer() {
  const error = h("p", { class: "field-error", role: "alert" });
  const form = h(
    "form",
    { class: "dialog-body" },
    field("name", t("name"), null, true),
    field("phone", t("phoneNumber"), t("phoneNumberHint"), false),
    field("username", t("username"), t("usernameHint"), false),
    error,
    h(
      "footer",
      { class: "dialog-foot" },
      h("button", { class: "btn", type: "button", onclick: () => dialog.close() }, t("cancel")),
      h("button", { class: "btn primary", type: "submit" }, t("addCustomer")),
    ),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wanted = Object.fromEntries(new FormData(form));
    try {
      const customer = await api.addCustomer(wanted);
      dialog.close();
      await select(customer.id);
    } catch (refused) {
      error.textContent = inWords(refused);
      const wrong = refused.violation && form.elements.namedItem(refused.violation.field);
      wrong?.focus();
    }
  });
  const dialog = open(t("newCustomer"), form);
  form.elements.namedItem("name").focus();
}

export function newGroup() {
  const error = h("p", { class: "field-error", role: "alert" });
  const people = store.customers.filter((customer) => !customer.members && !customer.crowd);
  const form = h(
    "form",
    { class: "dialog-body" },
    field("subject", t("subject"), null, true),
    h(
      "fieldset",
      { class: "field members" },
      h("legend", {}, t("groupMembers")),
      people.map(({ id, name }) =>
        h("label", {}, h("input", { type: "checkbox", name: "members", value: id }), h("span", { dir: "auto" }, name)),
      ),
    ),
    error,
    h(
      "footer",
      { class: "dialog-foot" },
      h("button", { class: "btn", type: "button", onclick: () => dialog.close() }, t("cancel")),
      h("button", { class: "btn primary", type: "submit" }, t("addGroup")),
    ),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = new FormData(form);
    try {
      const group = await api.addGroup(said.get("subject"), said.getAll("members"));
      dialog.close();
      await select(group.id);
    } catch (refused) {
      error.textContent = inWords(refused);
    }
  });
  const dialog = open(t("newGroup"), form);
  form.elements.namedItem("subject").focus();
}

/** Asks for some fields. Null when nobody wanted to answer. */
export function ask(title, fields, done = t("send")) {
  return new Promise((resolve) => {
    const form = h(
      "form",
      {
        class: "dialog-body",
        onsubmit: (event) => {
          event.preventDefault();
          resolve(Object.fromEntries(new FormData(form)));
          dialog.close();
        },
      },
      fields.map(({ name, label, value, required }) => field(name, label, null, required, value)),
      h(
        "footer",
        { class: "dialog-foot" },
        h("button", { class: "btn", type: "button", onclick: () => dialog.close() }, t("cancel")),
        h("button", { class: "btn primary", type: "submit" }, done),
      ),
    );
    const dialog = open(title, form);
    dialog.addEventListener("close", () => resolve(null));
  });
}

export function startOver() {
  const dialog = open(
    t("startOverAsk"),
    h(
      "div",
      { class: "dialog-body" },
      h("p", {}, t("startOverText")),
      h(
        "footer",
        { class: "dialog-foot" },
        h("button", { class: "btn", type: "button", onclick: () => dialog.close() }, t("cancel")),
        h(
          "button",
          {
            class: "btn danger",
            type: "button",
            onclick: () => {
              dialog.close();
              trying(api.reset);
            },
          },
          t("startOver"),
        ),
      ),
    ),
  );
}

const pretty = (json) => {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
};

const passage = (label, content) =>
  content ? [h("h3", {}, label), h("pre", { tabindex: "0", "aria-label": label }, h("code", {}, content))] : [];

export async function logDetail(line) {
  const detail = await trying(() => api.logDetail(line.id));
  if (detail) {
    open(
      t(line.direction === "webhook" ? "detailWebhook" : "detailCall"),
      h(
        "div",
        { class: "dialog-body wire" },
        h("code", { class: "request" }, detail.request),
        ...passage(t("detailSignature"), detail.signature),
        ...passage(t("detailBody"), pretty(detail.body)),
        ...passage(t("detailAnswer"), pretty(detail.answer)),
      ),
    );
  }
}
