/** The list of customers. */
import { newCustomer, newGroup } from "./dialogs.js";
import { attribute, h, hidden, icon, keyed, text } from "./dom.js";
import { count, t } from "./i18n.js";
import { select } from "./store.js";

const title = h("h2", { class: "list-title" });
const regulars = h("ul", { class: "rows" });
const crowd = h("ul", { class: "rows" });
const more = h("p", { class: "more" });
const add = person("add", h("span", { class: "avatar", "aria-hidden": "true" }, icon("plus", 15)), newCustomer);
attribute(add, "class", "person add");
const gather = person("gather", h("span", { class: "avatar", "aria-hidden": "true" }, icon("users-round", 15)), newGroup);
attribute(gather, "class", "person add");

/** A row whose button, named as what it says in bold, reaches over all of it. */
function person(key, picture, onclick) {
  return h(
    "div",
    { class: "person" },
    picture,
    h(
      "span",
      { class: "person-text" },
      h("button", { class: "cover", type: "button", "aria-describedby": `number-${key} unseen-${key}`, onclick }),
      h("small", { id: `number-${key}` }),
    ),
  );
}

function create(customer) {
  const row = person(
    customer.id,
    h("span", { class: "avatar", "aria-hidden": "true" }, customer.members ? icon("users-round", 15) : customer.initials),
    () => select(customer.id),
  );
  attribute(row.querySelector("button"), "dir", "auto");
  row.append(h("em", { class: "badge", id: `unseen-${customer.id}`, hidden: true }, h("span", { "aria-hidden": "true" }), hidden("")));
  return h("li", {}, row);
}

function update(row, customer, selected) {
  const [name, number, badge] = row.querySelectorAll("button, small, em");
  attribute(name, "aria-current", customer.id === selected ? "true" : null);
  text(name, customer.name);
  text(number, customer.members ? t("group") : (customer.phone ?? `@${customer.username}`));
  attribute(badge, "hidden", customer.unseen === 0);
  text(badge.firstChild, String(customer.unseen));
  text(badge.lastChild, count("unseen", customer.unseen));
}

export function mount(place) {
  place.append(title, h("div", { class: "scroll" }, regulars, add, gather, crowd, more));
}

export function render(store) {
  text(title, t("customers"));
  text(add.querySelector("button"), t("newCustomer"));
  text(add.querySelector("small"), t("newCustomerHint"));
  text(gather.querySelector("button"), t("newGroup"));
  text(gather.querySelector("small"), t("newGroupHint"));
  const draw = (list, customers) =>
    keyed(list, customers, (customer) => customer.id, create, (row, customer) => update(row, customer, store.selected));
  draw(regulars, store.customers.filter((customer) => !customer.crowd));
  draw(crowd, store.customers.filter((customer) => customer.crowd));
  attribute(more, "hidden", store.moreCustomers === 0);
  text(more, count("moreCustomers", store.moreCustomers));
}
