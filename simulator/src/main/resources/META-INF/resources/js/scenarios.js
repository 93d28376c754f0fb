/** Scenarios: which there are, and the one that plays. */
import * as api from "./api.js";
import { attribute, h, icon, keyed, swapIcon, text } from "./dom.js";
import { language, t } from "./i18n.js";
import { changed } from "./store.js";
import { toast, trying } from "./toast.js";

const LOOK_MILLIS = 1_000;

const title = h("h2", { class: "block-title", id: "scenarios-title" }, h("span"), h("small"));
const list = h("ul", { class: "scenarios" });
const state = h("p", { class: "scenario-state", role: "status" });

let scenarios = [];
let playing = null;

const plays = (scenario) => playing?.state === "PLAYING" && playing.name === scenario.name;

export function mount(place) {
  place.append(h("header", { class: "block-head" }, title), list, state);
  look();
}

/** Looks again and again while something plays. */
async function look() {
  try {
    const answer = await api.scenarios();
    scenarios = answer.items;
    show(answer.playing);
  } catch {
    setTimeout(look, 10 * LOOK_MILLIS);
  }
}

function show(play) {
  const before = playing;
  playing = play ?? null;
  if (before?.state === "PLAYING" && playing?.state === "FAILED") {
    toast(t("scenarioFailed", { why: playing.why }), "bad");
  }
  if (playing?.state === "PLAYING") {
    setTimeout(look, LOOK_MILLIS);
  }
  changed();
}

async function press(scenario) {
  const play = await trying(() => (plays(scenario) ? api.stopScenario() : api.playScenario(scenario.name)));
  if (play) {
    show(play);
  }
}

const titleOf = (scenario) => scenario.title[language()] ?? scenario.title.en ?? scenario.name;

export function render() {
  text(title.firstChild, t("scenariosTitle"));
  text(title.lastChild, t("scenariosHint"));
  keyed(
    list,
    scenarios,
    (scenario) => scenario.name,
    (scenario) =>
      h("li", {}, h("button", { class: "ib", type: "button", onclick: () => press(scenario) }, icon("play", 15)), h("span"), h("small")),
    (row, scenario) => {
      const [button, name, length] = row.children;
      const label = t(plays(scenario) ? "scenarioStop" : "scenarioPlay", { title: titleOf(scenario) });
      attribute(button, "aria-label", label);
      attribute(button, "title", label);
      swapIcon(button.firstChild, plays(scenario) ? "pause" : "play");
      text(name, titleOf(scenario));
      text(length, t("scenarioSteps", { steps: scenario.steps }));
    },
  );
  attribute(state, "hidden", !playing);
  text(state, playing ? t(`scenario.${playing.state}`, { happened: playing.happened, of: playing.of, why: playing.why ?? "" }) : "");
}
