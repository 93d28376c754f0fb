/** Short notices. They go by themselves, but not while the pointer is on them. */
import { h, icon } from "./dom.js";
import { t } from "./i18n.js";

const STAY_MILLIS = 6_000;

export function toast(words, kind = "ok") {
  const place = document.getElementById("toasts");
  const notice = h("div", { class: `toast ${kind}` }, icon(kind === "bad" ? "circle-alert" : "circle-check", 16), h("span", {}, words));
  const close = h("button", { class: "toast-close", type: "button", "aria-label": t("close"), onclick: () => notice.remove() }, icon("x", 14));
  notice.append(close);
  place.append(notice);
  const leave = () => (notice.matches(":hover, :focus-within") ? setTimeout(leave, 1_000) : notice.remove());
  setTimeout(leave, STAY_MILLIS);
}

/** Runs something, and says so when it fails. */
export async function trying(work) {
  try {
    return await work();
  } catch (thrown) {
    toast(thrown instanceof TypeError ? t("offline") : t("failed", { why: thrown.message }), "bad");
    return undefined;
  }
}
