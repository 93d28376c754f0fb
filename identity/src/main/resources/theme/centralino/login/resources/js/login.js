import { checkAuthSession, startSessionPolling } from "./authChecker.js";
import "./passwordVisibility.js";

const { otherTab, session } = document.body.dataset;
if (otherTab) startSessionPolling(otherTab);
if (session) checkAuthSession(session);

// Sent once: a second click while the answer is on its way would be a second attempt.
for (const form of document.forms) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button.primary");
    if (button) setTimeout(() => (button.disabled = true));
  });
}
globalThis.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button.primary")) button.disabled = false;
});

const language = document.querySelector("details.language");
language?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !language.open) return;
  language.open = false;
  language.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  if (language && !language.contains(event.target)) language.open = false;
});
