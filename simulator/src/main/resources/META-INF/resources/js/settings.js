/** The bar above the phone: the platform's time, the service window, language and theme. */
import { attribute, h, icon, swapIcon, text } from "./dom.js";
import { dayAndTime, duration, language, speak, t } from "./i18n.js";
import { changed, now, selectedCustomer } from "./store.js";

const STORED = "centralino.simulator.theme";
const THEMES = ["system", "light", "dark"];
const ICONS = { system: "contrast", light: "sun", dark: "moon" };
const LANGUAGES = ["en", "it"];

let theme = new URLSearchParams(location.search).get("theme") ?? localStorage.getItem(STORED) ?? "system";

const clock = h("span", { class: "fact" }, icon("clock", 14), h("span"));
const ahead = h("span", { class: "fact accent", hidden: true }, icon("fast-forward", 14), h("span"));
const serviceWindow = h("span", { class: "fact" }, icon("timer", 14), h("span"));
const languages = h(
  "div",
  { class: "segment", role: "group" },
  LANGUAGES.map((tag) =>
    h(
      "button",
      {
        type: "button",
        lang: tag,
        "data-language": tag,
        "aria-label": tag === "en" ? "EN, English" : "IT, Italiano",
        onclick: () => {
          speak(tag);
          changed();
        },
      },
      tag.toUpperCase(),
    ),
  ),
);
const themeButton = h(
  "button",
  {
    class: "ib",
    type: "button",
    onclick: () => {
      theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
      localStorage.setItem(STORED, theme);
      changed();
    },
  },
  icon("contrast", 16),
);

export function mount(facts, settings) {
  facts.append(clock, ahead, serviceWindow);
  settings.append(languages, themeButton);
}

export function render(store) {
  const root = document.documentElement;
  attribute(root, "lang", language());
  attribute(root, "data-theme", theme === "system" ? null : theme);
  text(document.querySelector("title"), `${t("title")} · Centralino`);
  document.querySelectorAll("[data-t]").forEach((element) => text(element, t(element.dataset.t)));
  document.querySelectorAll("[data-t-label]").forEach((element) => attribute(element, "aria-label", t(element.dataset.tLabel)));

  text(clock.lastChild, dayAndTime(now()));
  attribute(clock, "title", t("clock"));
  attribute(ahead, "hidden", store.offsetMillis < 1000);
  text(ahead.lastChild, t("ahead", { time: duration(store.offsetMillis) }));

  const expires = selectedCustomer()?.windowExpiresAt;
  const left = expires ? Date.parse(expires) - now().getTime() : 0;
  const state = !expires ? "windowNone" : left > 0 ? "windowOpen" : "windowClosed";
  text(serviceWindow.lastChild, t(state, { left: duration(left) }));
  attribute(serviceWindow, "title", t("windowHelp"));
  attribute(serviceWindow, "class", state === "windowClosed" ? "fact closed" : "fact");
  swapIcon(serviceWindow.firstChild, state === "windowClosed" ? "timer-off" : "timer");

  attribute(languages, "aria-label", t("language"));
  languages.querySelectorAll("button").forEach((button) => {
    attribute(button, "aria-pressed", String(button.dataset.language === language()));
  });
  attribute(themeButton, "aria-label", t(`theme.${theme}`));
  attribute(themeButton, "title", t(`theme.${theme}`));
  swapIcon(themeButton.firstChild, ICONS[theme] ?? "contrast");
}
