/** The live log of webhooks and calls. */
import { logDetail } from "./dialogs.js";
import { attribute, h, hidden, icon, keyed, swapIcon, text } from "./dom.js";
import { count, has, language, seconds, t } from "./i18n.js";
import { changed } from "./store.js";

const SHOWN = 60;
const CODES = { reaction: "messages", read: "read", typing: "typing_indicator", number: "phone number" };

let pausedAt = null;

const title = h("h2", { class: "block-title", id: "log-title" });
const pill = h("span", { class: "pill" }, h("i", { "aria-hidden": "true" }), h("span"));
const pause = h(
  "button",
  {
    class: "ib",
    type: "button",
    onclick: () => {
      pausedAt = pausedAt === null ? (lines.at(-1)?.id ?? 0) : null;
      changed();
    },
  },
  icon("pause", 15),
);
const list = h("ul", { class: "log-rows" });
const empty = h("p", { class: "log-empty" });
let lines = [];

export function mount(place) {
  place.append(h("header", { class: "block-head" }, title, pill, h("span", { class: "grow" }), pause), list, empty);
}

export function render(store) {
  lines = store.log;
  const paused = pausedAt !== null;
  const state = !store.connected ? "reconnecting" : paused ? "paused" : "live";
  text(title, t("logTitle"));
  text(pill.lastChild, t(state));
  attribute(pill, "class", `pill ${state}`);
  attribute(pause, "aria-label", t(paused ? "resume" : "pause"));
  attribute(pause, "title", t(paused ? "resume" : "pause"));
  swapIcon(pause.firstChild, paused ? "play" : "pause");
  const shown = (paused ? lines.filter((line) => line.id <= pausedAt) : lines).slice(-SHOWN).reverse();
  keyed(list, shown, (line) => `${language()} ${line.id}`, create);
  attribute(list, "hidden", shown.length === 0);
  attribute(empty, "hidden", shown.length > 0);
  text(empty, t("logEmpty"));
}

function create(line) {
  const webhook = line.direction === "webhook";
  const bad = line.status !== 200;
  const answer = line.status === 0 ? t("log.noAnswer") : String(line.status);
  const ms = t("log.ms", { ms: line.ms < 10 ? Math.max(1, Math.round(line.ms)) : Math.round(line.ms) });
  return h(
    "li",
    { class: line.note === "copy" ? "log-row dim" : "log-row" },
    h("button", { class: "cover", type: "button", onclick: () => logDetail(line) }, h("time", {}, seconds(new Date(line.at))), hidden(` ${t("details")}`)),
    h(
      "span",
      { class: webhook ? "way in" : "way out" },
      icon(webhook ? "arrow-down-left" : "arrow-up-right", 13),
      hidden(t(`log.${line.direction}`)),
    ),
    h("code", {}, CODES[line.kind] ?? line.kind),
    h("span", { class: "log-words", dir: "auto" }, describe(line)),
    h("em", { class: bad ? "bad" : null }, `${answer} · ${ms}`),
  );
}

function describe(line) {
  const note = line.note && has(`note.${line.note}`) ? t(`note.${line.note}`) : null;
  const again = line.attempt > 1 ? t("log.attempt", { count: line.attempt }) : null;
  return [line.note === "copy" ? t("log.copy") : null, again, note, subject(line)].filter(Boolean).join(" · ");
}

function subject(line) {
  if (line.kind === "read" || line.kind === "typing") {
    return t(`log.${line.kind}`, { name: line.customer ?? "?" });
  }
  if (line.kind === "number") {
    return t("log.number");
  }
  const what = line.what && has(`what.${line.what}`) ? t(`what.${line.what}`) : line.what;
  const words = line.excerpt ? `“${line.excerpt}”` : null;
  return [line.parts > 1 ? count("log.together", line.parts) : what, words].filter(Boolean).join(" · ");
}
