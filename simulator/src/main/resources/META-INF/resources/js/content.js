/** A message that is more than words: in the reader's language, with its file. */
import { attribute, h, text } from "./dom.js";
import { t } from "./i18n.js";

/** The message in words. */
export function wordsOf(message) {
  if (message.deleted) {
    return t("deletedMessage");
  }
  if (!message.label || message.template || message.question) {
    return message.text;
  }
  const label = t(`label.${message.label}`);
  return message.words ? `${label}: ${message.words}` : label;
}

const VIEWS = {
  photo: (address) => h("img", { class: "file-seen", src: address, loading: "lazy" }),
  sticker: (address) => h("img", { class: "file-seen sticker", src: address, loading: "lazy" }),
  voice: (address) => h("audio", { class: "file-heard", src: address, controls: true, preload: "none" }),
  audio: (address) => h("audio", { class: "file-heard", src: address, controls: true, preload: "none" }),
  video: (address) => h("video", { class: "file-seen", src: address, controls: true, preload: "none" }),
  document: (address) => h("a", { class: "file-had", href: address, download: true }),
};

const addressOf = (file) => `control/files/${encodeURIComponent(file)}`;

/** The file of a message; null when it has none that can be shown. */
export function fileOf(message) {
  const view = message.file && VIEWS[message.template?.file ?? message.label];
  return view ? view(addressOf(message.file)) : null;
}

/** A picture or a video that is part of a message. */
export function viewOf(label, file, words) {
  const seen = VIEWS[label](addressOf(file));
  attribute(seen, seen.localName === "img" ? "alt" : "aria-label", words);
  return seen;
}

/** Says in words what the file is, and hides that of a message which was deleted. */
export function renderFile(element, message) {
  if (!element) {
    return;
  }
  attribute(element, "hidden", message.deleted);
  if (element.localName === "img") {
    attribute(element, "alt", wordsOf(message));
  } else if (element.localName === "a") {
    text(element, t("saveFile"));
  } else {
    attribute(element, "aria-label", wordsOf(message));
  }
}
