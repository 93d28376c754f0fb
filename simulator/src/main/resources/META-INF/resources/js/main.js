/** The customer's phone: puts the parts of the page together and follows the simulator. */
import * as customers from "./customers.js";
import * as happen from "./happen.js";
import * as log from "./log.js";
import * as phone from "./phone.js";
import * as scenarios from "./scenarios.js";
import * as settings from "./settings.js";
import * as steps from "./steps.js";
import * as templates from "./templates.js";
import { changed, follow, select, store, watch } from "./store.js";

const place = (id) => document.getElementById(id);

customers.mount(place("customers"));
steps.mount(place("steps"));
settings.mount(place("facts"), place("settings"));
phone.mount(place("phone"));
happen.mount(place("happen"), place("trouble"));
scenarios.mount(place("scenarios"));
templates.mount(place("templates"));
log.mount(place("log"));

watch((state) => {
  settings.render(state);
  customers.render(state);
  steps.render(state);
  phone.render(state);
  happen.render(state);
  scenarios.render();
  templates.render();
  log.render(state);
  const hash = state.selected ? `#${encodeURIComponent(state.selected)}` : "";
  if (state.ready && location.hash !== hash) {
    history.replaceState(null, "", hash);
  }
});

const fromAddress = () => decodeURIComponent(location.hash.slice(1));
store.selected = fromAddress() || null;
addEventListener("hashchange", () => fromAddress() && select(fromAddress()));
setInterval(changed, 10_000);

changed();
follow();
