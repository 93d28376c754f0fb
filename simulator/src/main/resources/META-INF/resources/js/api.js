/** The simulator's control API (see the module's README). */

export class Refusal extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.reasonKey = problem?.reasonKey;
    this.violation = problem?.violations?.[0];
  }
}

async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const given = answer.status === 204 ? null : await answer.json().catch(() => null);
  if (!answer.ok) {
    throw new Refusal(answer.status, given);
  }
  return given;
}

const customer = (id) => `/control/customers/${encodeURIComponent(id)}`;

/** To which business number customers write; null for the first one. */
let number = null;
export const writeTo = (phoneNumberId) => {
  number = phoneNumberId;
};
const messages = (id) => `${customer(id)}/messages${number ? `?number=${encodeURIComponent(number)}` : ""}`;

export const state = () => call("GET", "/control/state");
/** @param from who of a group writes */
export const write = (id, text, from) => call("POST", messages(id), { text, from });
export const answer = (id, text, quoted, from) => call("POST", messages(id), { text, quoted, from });
export const addGroup = (subject, members) => call("POST", "/control/groups", { subject, members });
export const chat = (id) => call("GET", `${customer(id)}/messages`).then((answer) => answer.items);
export const echo = (id, text) => call("POST", `${customer(id)}/echoes`, { text });
/** What the business's phone knew before the inbox did. */
export const tellHistory = () => call("POST", "/control/past/history", {});
export const tellAddressBook = () => call("POST", "/control/past/contacts");
export const addNumber = (wanted) => call("POST", "/control/numbers", wanted);
/** @param level STANDARD or HIGH */
export const throughput = (number, level) => call("PATCH", `/control/numbers/${number}`, { throughput: level });
/** @param number the one that is called by it; nothing for all that have none of their own */
export const makeToken = (number) => call("POST", "/control/token", number ? { number } : {});
export const identity = (id, change) => call("POST", `${customer(id)}/identity`, change);
export const ring = (id, seconds) => call("POST", `${customer(id)}/calls`, { seconds });
export const send = (id, wanted) => call("POST", messages(id), wanted);
const message = (id, wamid) => `${customer(id)}/messages/${encodeURIComponent(wamid)}`;
/** @param by who of a group sets it */
export const react = (id, wamid, emoji, by) => {
  const path = `${message(id, wamid)}/reaction${by ? `?by=${encodeURIComponent(by)}` : ""}`;
  return emoji ? call("PUT", path, { emoji }) : call("DELETE", path);
};
export const edit = (id, wamid, text) => call("PATCH", message(id, wamid), { text });
export const remove = (id, wamid) => call("DELETE", message(id, wamid));
export const marketing = (id, wanted) => call("PUT", `${customer(id)}/marketing`, { wanted });
export const habits = (id, change) => call("PATCH", customer(id), change);
export const addCustomer = (wanted) => call("POST", "/control/customers", wanted);
export const crowd = (customers, over) => call("POST", "/control/customers/crowd", { customers, over });
export const jump = (by) => call("POST", "/control/clock", { jump: by });
export const faults = (change) => call("POST", "/control/faults", change);
export const scenarios = () => call("GET", "/control/scenarios");
export const playScenario = (name) => call("POST", `/control/scenarios/${name}`);
export const templates = () => call("GET", "/control/templates");
export const templateLife = ({ name, language }, life) => call("POST", `/control/templates/${name}/${language}`, life);
export const stopScenario = () => call("DELETE", "/control/scenarios/playing");
export const logDetail = (line) => call("GET", `/control/log/${line}`);
export const reset = () => call("POST", "/control/reset", {});
export const shows = (page, id) => call("PUT", `/control/phones/${page}`, { customer: id });
export const live = (page) => new EventSource(`/control/live?page=${page}`);
