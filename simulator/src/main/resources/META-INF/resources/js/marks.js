/** What a customer can do to a message on the phone: set an emoji, change and delete what was written. */
import * as api from "./api.js";
import { attribute, h, text } from "./dom.js";
import { t } from "./i18n.js";
import { trying } from "./toast.js";

const EMOJIS = ["👍", "❤️", "😂", "😮", "😢", "🙏🏽"];

/**
 * @param change what happens when the message is to be changed
 * @param answer what happens when it is to be answered
 */
export function marks(row, change, answer) {
  const { message, customer } = row;
  const menu = h("details", { class: "marks", onkeydown: (event) => event.key === "Escape" && close(menu) });
  const doing = (act) => () => {
    close(menu);
    act();
  };
  menu.append(
    h("summary", { class: "marks-open" }, "⋯"),
    h(
      "div",
      { class: "marks-list", role: "group" },
      EMOJIS.map((emoji) =>
        h("button", { class: "emoji", type: "button", "data-emoji": emoji, onclick: doing(() => set(customer, row, emoji)) }, emoji),
      ),
      h("button", { class: "link", type: "button", "data-word": "answerMessage", onclick: doing(() => answer(menu.row.message)) }),
      message.from === "customer" && [
        h("button", { class: "link", type: "button", "data-word": "changeMessage", onclick: doing(() => change(menu.row.message)) }),
        h("button", { class: "link", type: "button", "data-word": "deleteMessage", onclick: doing(() => trying(() => api.remove(customer.id, message.id))) }),
      ],
    ),
  );
  menu.set = (current) => {
    menu.row = current;
    attribute(menu.firstChild, "aria-label", t("marks"));
    attribute(menu.firstChild, "title", t("marks"));
    attribute(menu.lastChild, "aria-label", t("marks"));
    attribute(menu, "hidden", current.message.deleted);
    for (const button of menu.lastChild.children) {
      if (button.dataset.word) {
        text(button, t(button.dataset.word));
      } else {
        attribute(button, "aria-pressed", String(current.message.reaction === button.dataset.emoji));
      }
    }
  };
  const set = (writer, { message: { id } }, emoji) =>
    trying(() => api.react(writer.id, id, menu.row.message.reaction === emoji ? null : emoji, menu.row.from()));
  return menu;
}

function close(menu) {
  menu.open = false;
  menu.firstChild.focus();
}
