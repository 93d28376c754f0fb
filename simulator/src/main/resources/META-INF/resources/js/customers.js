/** The list of customers. */
import { newCustomer } from "./dialogs.js";
import { attribute, h, hidden, icon, keyed, text } from "./dom.js";
import { count, t } from "./i18n.js";
import { select } from "./store.js";

const title = h("h2", { class: "list-title" });
const regulars = h("ul", { class: "rows" });
const crowd = h("ul", { class: "rows" });
const more = h("p", { class: "more" });
const add = h(
  "button",
  { class: "person add", type: "button", onclick: newCustomer },
  h("span", { class: "avatar", "aria-hidden": "true" }, icon("plus", 15)),
  h("span", { class: "person-text" }, h("b"), h("small")),
);

function create(customer) {
  return h(
    "li",
    {},
    h(
      "button",
      { class: "person", type: "button", onclick: () => select(customer.id) },
      h("span", { class: "avatar", "aria-hidden": "true" }, customer.initials),
      h("span", { class: "person-text" }, h("b", { dir: "auto" }), h("small")),
      h("em", { class: "badge", hidden: true }, h("span", { "aria-hidden": "true" }), hidden("")),
    ),
  );
}

function update(row, customer, selected) {
  const button = row.firstChild;
  const [name, number] = button.querySelectorAll("b, small");
  const badge = button.lastChild;
  attribute(button, "aria-current", customer.id === selected ? "true" : null);
  text(name, customer.name);
  text(number, customer.phone ?? `@${customer.username}`);
  attribute(badge, "hidden", customer.unseen === 0);
  text(badge.firstChild, String(customer.unseen));
  text(badge.lastChild, count("unseen", customer.unseen));
}

export function mount(place) {
  place.append(title, h("div", { class: "scroll" }, regulars, add, crowd, more));
}

export function render(store) {
  text(title, t("customers"));
  text(add.querySelector("b"), t("newCustomer"));
  text(add.querySelector("small"), t("newCustomerHint"));
  const draw = (list, customers) =>
    keyed(list, customers, (customer) => customer.id, create, (row, customer) => update(row, customer, store.selected));
  draw(regulars, store.customers.filter((customer) => !customer.crowd));
  draw(crowd, store.customers.filter((customer) => customer.crowd));
  attribute(more, "hidden", store.moreCustomers === 0);
  text(more, count("moreCustomers", store.moreCustomers));
}
