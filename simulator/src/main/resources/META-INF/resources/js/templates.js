/** The templates of the business, and what WhatsApp makes of them. */
import * as api from "./api.js";
import { ask } from "./dialogs.js";
import { attribute, h, icon, keyed, text } from "./dom.js";
import { t } from "./i18n.js";
import { changed, store } from "./store.js";
import { trying } from "./toast.js";

const LOOK_MILLIS = 3_000;

const LIVES = {
  APPROVED: { event: "APPROVED" },
  REJECTED: { event: "REJECTED" },
  PAUSED: { event: "PAUSED" },
  DISABLED: { event: "DISABLED" },
  LIMIT_EXCEEDED: { event: "LIMIT_EXCEEDED" },
  GREEN: { quality: "GREEN" },
  YELLOW: { quality: "YELLOW" },
  RED: { quality: "RED" },
  MARKETING: { category: "MARKETING" },
  UTILITY: { category: "UTILITY" },
};

const title = h("h2", { class: "block-title", id: "templates-title" }, h("span"), h("small"));
const list = h("ul", { class: "templates" });
const label = h("span");
const more = h("details", { class: "more-trouble", ontoggle: look }, h("summary", {}, icon("chevron-right", 14), label), list);

let templates = [];
let timer = 0;

export function mount(place) {
  place.append(h("header", { class: "block-head" }, title), more);
}

/** Looks again and again while they are shown. */
async function look() {
  clearTimeout(timer);
  if (!more.open) {
    return;
  }
  try {
    templates = (await api.templates()).items;
    changed();
  } finally {
    timer = setTimeout(look, LOOK_MILLIS);
  }
}

async function live(template, select) {
  const chosen = select.value;
  select.value = "";
  const said =
    chosen === "REJECTED" ? await ask(t("templateReason"), [{ name: "explanation", label: t("templateReason"), required: true }]) : {};
  if (said && (await trying(() => api.templateLife(template, { ...LIVES[chosen], ...said })))) {
    look();
  }
}

export function render() {
  text(title.firstChild, t("templatesTitle"));
  text(title.lastChild, t("templatesHint"));
  text(label, t("templatesShow", { business: store.business.name }));
  keyed(
    list,
    templates,
    (template) => template.id,
    (template) =>
      h(
        "li",
        {},
        h("span"),
        h("small"),
        h(
          "select",
          { onchange: (event) => live(template, event.target) },
          h("option", { value: "" }),
          Object.keys(LIVES).map((life) => h("option", { value: life })),
        ),
      ),
    (row, template) => {
      const [name, state, select] = row.children;
      text(name, `${template.name} · ${template.language}`);
      text(state, [template.status, template.category, template.quality_score.score].join(" · "));
      attribute(select, "aria-label", t("templateDo", template));
      [...select.options].forEach((option) => text(option, option.value ? t(`template.${option.value}`) : t("templateChoose")));
    },
  );
}
