/** What a customer sends besides words: files, a place, a contact card, a call. */
import * as api from "./api.js";
import { ask } from "./dialogs.js";
import { attribute, h, icon, text } from "./dom.js";
import { t } from "./i18n.js";
import { toast, trying } from "./toast.js";

const LARGEST = 20 * 1024 * 1024;
const CALL_SECONDS = 5;

/** Bytes in base64, as the control API takes them. */
const base64 = (blob) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(blob);
  });

async function fileMessage(file, caption) {
  const data = await base64(file);
  const words = caption ? { caption } : {};
  return file.type.startsWith("image/")
    ? { type: "image", content: { mime_type: file.type, data, ...words } }
    : { type: "document", content: { mime_type: file.type || "application/octet-stream", filename: file.name, data, ...words } };
}

async function voiceNote() {
  const sample = await (await fetch("samples/voice.ogg")).blob();
  return { type: "audio", content: { mime_type: "audio/ogg; codecs=opus", voice: true, data: await base64(sample) } };
}

async function place() {
  const said = await ask(t("attach.place"), [
    { name: "name", label: t("name"), value: "Bar Centrale" },
    { name: "address", label: t("address"), value: "Piazza delle Erbe 3, Verona" },
    { name: "latitude", label: t("latitude"), value: "45.4434", required: true },
    { name: "longitude", label: t("longitude"), value: "10.9973", required: true },
  ]);
  if (!said) {
    return null;
  }
  const content = { latitude: Number(said.latitude), longitude: Number(said.longitude) };
  for (const field of ["name", "address"]) {
    if (said[field]) {
      content[field] = said[field];
    }
  }
  return { type: "location", content };
}

async function card() {
  const said = await ask(t("attach.card"), [
    { name: "name", label: t("name"), value: "Ida Bo", required: true },
    { name: "phone", label: t("phoneNumber"), value: "+39 333 000 4001" },
  ]);
  return said && {
    type: "contacts",
    content: [{ name: { formatted_name: said.name }, ...(said.phone ? { phones: [{ phone: said.phone, type: "CELL" }] } : {}) }],
  };
}

/**
 * The button beside the message, and what it offers.
 *
 * @param context tells whose phone it is, who of a group writes, what is written there and which message is answered
 * @param sent what happens when something was sent
 */
export function attach(context, sent) {
  const send = async (make) => {
    close();
    const { customer, quoted, from } = context();
    await trying(async () => {
      const message = await make();
      if (message) {
        await api.send(customer, { ...message, quoted, from });
        sent(customer, Boolean(message.content.caption));
      }
    });
  };
  const ring = async () => {
    close();
    if (await trying(() => api.ring(context().customer, CALL_SECONDS))) {
      toast(t("rang", { seconds: CALL_SECONDS }));
    }
  };
  const chooser = (key, accept) => {
    const input = h("input", {
      type: "file",
      accept,
      class: "sr",
      tabindex: "-1",
      "data-label": key,
      onchange: () => {
        const [file] = input.files;
        input.value = "";
        if (file) {
          send(() => {
            if (file.size > LARGEST) {
              throw new Error(t("fileTooLarge"));
            }
            return fileMessage(file, context().words);
          });
        }
      },
    });
    return [input, button(key, () => input.click())];
  };
  const button = (key, onclick) => h("button", { class: "link", type: "button", "data-word": key, onclick });
  const list = h(
    "div",
    { class: "attach-list", role: "group" },
    chooser("attach.photo", "image/*"),
    chooser("attach.document", null),
    button("attach.voice", () => send(voiceNote)),
    button("attach.place", () => send(place)),
    button("attach.card", () => send(card)),
    button("attach.call", ring),
  );
  const summary = h("summary", { class: "attach-open" }, icon("plus", 19));
  const menu = h("details", { class: "attach", onkeydown: (event) => event.key === "Escape" && close() }, summary, list);
  const close = () => {
    menu.open = false;
    summary.focus();
  };
  menu.render = (isGroup) => {
    // Nobody calls a business in a group.
    attribute(list.lastElementChild, "hidden", isGroup);
    attribute(summary, "aria-label", t("attach"));
    attribute(summary, "title", t("attach"));
    attribute(list, "aria-label", t("attach"));
    for (const child of list.children) {
      if (child.dataset.word) {
        text(child, t(child.dataset.word));
      } else {
        attribute(child, "aria-label", t(child.dataset.label));
      }
    }
  };
  return menu;
}
