/** "Try this first": ticked by what the simulator sees happen. */
import { attribute, h, hidden, icon, keyed, swapIcon, text } from "./dom.js";
import { t } from "./i18n.js";

const STEPS = ["wrote", "arrived", "replied", "jumped"];

const title = h("h2", { class: "list-title", id: "try-title" });
const list = h("ol");
const inbox = h("a", { class: "btn small wide", target: "_blank", rel: "noopener" }, icon("panels-top-left", 15), h("span"));

export function mount(place) {
  place.append(title, list, inbox);
}

export function render(store) {
  text(title, t("tryTitle"));
  keyed(
    list,
    STEPS,
    (step) => step,
    () => h("li", {}, icon("circle", 16), h("span"), hidden("")),
    (row, step) => {
      const done = store.steps.includes(step);
      attribute(row, "class", done ? "done" : null);
      swapIcon(row.firstChild, done ? "circle-check" : "circle");
      text(row.children[1], t(`step.${step}`));
      text(row.children[2], done ? t("stepDone") : "");
    },
  );
  attribute(inbox, "href", store.inboxUrl || null);
  text(inbox.lastChild, t("openInbox"));
}
