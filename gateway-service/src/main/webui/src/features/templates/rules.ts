import type { TemplateDraft } from "../../api/types";
import { type DraftButton, type DraftCard, placesOf } from "./drafts";

/** Something that WhatsApp would refuse. The server has the same rules, and the last word. */
export interface Flaw {
  /** Where: `body`, `buttons[1].value`. */
  path: string;
  rule: string;
  limit?: number | undefined;
}

const NAME = /^[a-z0-9_]{1,512}$/;
const LANGUAGE = /^[a-z]{2,3}(_[A-Z]{2,4})?$/;
const NUMBER = /^[1-9]\d{0,2}$/;
const WORD = /^[a-z_][a-z0-9_]*$/;
const ADDRESS = /^https?:\/\/[^\s{}/]+(\/[^\s{}]*)?(\{\{1\}\})?$/;
const PHONE = /^\+?\d{6,20}$/;
const FORM = /^\d{1,40}$/;
const PLACES = /\{\{[^{}]*\}\}/g;

/** How much of it there may be. */
export const MOST = {
  ...{ line: 60, body: 1024, button: 25, buttons: 10, address: 2000, code: 15, minutes: 90 },
  ...{ cards: 10, bodyOfCard: 160, buttonsOfCard: 2, offer: 16, bodyOfOffer: 600 },
};
export const FEWEST_CARDS = 2;

const MOST_OF: Partial<Record<string, number>> = {
  ...{ url: 2, "phone-number": 1, "copy-code": 1, flow: 1, "voice-call": 1, "contact-request": 1 },
  ...{ "call-permission": 1 },
};
/** WhatsApp writes what stands on them. */
export type Fixed = "copy-code" | "products" | "catalogue" | "contact-request" | "call-permission";
const FIXED: readonly string[] = [
  ...(["copy-code", "products", "catalogue", "contact-request", "call-permission"] satisfies Fixed[]),
];
export const hasFixedWords = (kind: string | undefined): kind is Fixed =>
  kind !== undefined && FIXED.includes(kind);
/** They open something of the catalogue. */
const OPENING: readonly (string | undefined)[] = ["product", "products", "catalogue"];
const OF_OFFERS: readonly (string | undefined)[] = ["copy-code", "url"];

/** Characters as people count them. */
export const lengthOf = (text: string): number => [...text].length;

function* placeFlaws(path: string, text: string): Generator<Flaw> {
  const names = placesOf(text);
  const rest = text.replace(PLACES, "");
  const areNumbers = names.every((name) => NUMBER.test(name));
  if (/\{\{|\}\}/.test(rest) || names.includes("")) yield { path, rule: "braces" };
  else if (!areNumbers && !names.every((name) => WORD.test(name))) yield { path, rule: "mixed-places" };
  else if (areNumbers && Math.max(0, ...names.map(Number)) !== names.length) yield { path, rule: "numbers" };
}

function* lineFlaws(path: string, text: string): Generator<Flaw> {
  if (lengthOf(text) > MOST.line) yield { path, rule: "too-long", limit: MOST.line };
  if (text.includes("\n")) yield { path, rule: "one-line" };
}

function* headerFlaws({ header, body = "" }: TemplateDraft): Generator<Flaw> {
  if (!header || header.format === "location" || header.format === "product") return;
  if (header.format !== "text") {
    if (!header.handle) yield { path: "header.handle", rule: "file-example" };
    return;
  }
  const text = header.text ?? "";
  const names = placesOf(text);
  const path = "header.text";
  if (!text.trim()) yield { path, rule: "missing" };
  yield* lineFlaws(path, text);
  yield* placeFlaws(path, text);
  if ((text.match(PLACES) ?? []).length > 1) yield { path, rule: "one-place", limit: 1 };
  const [first] = names;
  const [inBody] = placesOf(body);
  if (first && inBody && NUMBER.test(first) !== NUMBER.test(inBody)) yield { path, rule: "mixed-places" };
  if (first && !header.example?.trim()) yield { path: "header.example", rule: "example" };
}

function* bodyFlaws(
  { body = "", examples }: Pick<TemplateDraft, "body" | "examples">,
  most: number,
  at = "",
): Generator<Flaw> {
  const path = `${at}body`;
  if (!body.trim()) yield { path, rule: "missing" };
  if (lengthOf(body) > most) yield { path, rule: "too-long", limit: most };
  yield* placeFlaws(path, body);
  if (/^\s*\{\{|\}\}\s*[.,;:!?]?\s*$/.test(body)) yield { path, rule: "place-at-the-edge" };
  if (/\{\{[^{}]*\}\}\s*\{\{/.test(body)) yield { path, rule: "places-touch" };
  const every = body.match(PLACES)?.length ?? 0;
  const words = body.replace(PLACES, " ").split(/\s+/).filter(Boolean).length;
  if (every > 0 && words < 2 * every + 1) yield { path, rule: "too-many-places" };
  for (const name of placesOf(body))
    if (!examples.some((example) => example.name === name && example.value?.trim()))
      yield { path: `${at}examples[${name}]`, rule: "example" };
}

function* buttonFlaws(button: DraftButton, path: string): Generator<Flaw> {
  const { kind, text = "", value = "", example = "" } = button;
  if (!hasFixedWords(kind)) {
    if (!text.trim()) yield { path: `${path}.text`, rule: "missing" };
    else if (lengthOf(text) > MOST.button)
      yield { path: `${path}.text`, rule: "too-long", limit: MOST.button };
    else if (text.includes("{{")) yield { path: `${path}.text`, rule: "no-place" };
  }
  if (kind === "url") {
    if (value.length > MOST.address) yield { path: `${path}.value`, rule: "too-long", limit: MOST.address };
    else if (!ADDRESS.test(value)) yield { path: `${path}.value`, rule: "address" };
    if (value.includes("{{") && !example.trim()) yield { path: `${path}.example`, rule: "example" };
  }
  if (kind === "phone-number" && !PHONE.test(value)) yield { path: `${path}.value`, rule: "phone" };
  if (kind === "flow" && !FORM.test(value)) yield { path: `${path}.value`, rule: "form" };
  if (kind === "copy-code" && (!example.trim() || example.length > MOST.code))
    yield { path: `${path}.example`, rule: "code", limit: MOST.code };
}

function* buttonsFlaws({ buttons }: Pick<TemplateDraft, "buttons">, at = ""): Generator<Flaw> {
  const path = `${at}buttons`;
  if (buttons.length > MOST.buttons) yield { path, rule: "too-many", limit: MOST.buttons };
  for (const [kind, most = 0] of Object.entries(MOST_OF))
    if (buttons.filter((button) => button.kind === kind).length > most)
      yield { path, rule: "too-many-of-a-kind", limit: most };
  if (buttons.length > 1 && buttons.some(({ kind }) => OPENING.includes(kind)))
    yield { path, rule: "catalogue-alone" };
  const quick = buttons.map(({ kind }) => kind === "quick-reply");
  if (quick.filter((is, index) => index > 0 && is !== quick[index - 1]).length > 1)
    yield { path, rule: "quick-replies-apart" };
  for (const [index, button] of buttons.entries()) {
    yield* buttonFlaws(button, `${path}[${index}]`);
    if (button.text?.trim() && buttons.findIndex(({ text }) => text === button.text) < index)
      yield { path: `${path}[${index}].text`, rule: "text-twice" };
  }
}

function* catalogueFlaws({ category, header, buttons, cards }: TemplateDraft): Generator<Flaw> {
  const all = [...buttons, ...cards.flatMap((card) => card.buttons)];
  const opens = all.find(({ kind }) => OPENING.includes(kind))?.kind;
  if ((header?.format === "product") !== buttons.some(({ kind }) => kind === "product"))
    yield { path: "header.format", rule: "product-opened" };
  if (!opens) return;
  if (category !== "marketing") yield { path: "category", rule: "catalogue-marketing" };
  if (header && (opens === "catalogue" || (opens === "products" && header.format !== "text")))
    yield { path: "header.format", rule: "catalogue-header" };
}

function* offerFlaws(draft: TemplateDraft): Generator<Flaw> {
  const { offer, category, header, body = "", footer, buttons, cards } = draft;
  if (!offer) return;
  const text = offer.text ?? "";
  const path = "offer.text";
  if (!text.trim()) yield { path, rule: "missing" };
  else if (lengthOf(text) > MOST.offer) yield { path, rule: "too-long", limit: MOST.offer };
  else if (text.includes("{{")) yield { path, rule: "no-place" };
  if (category !== "marketing") yield { path: "category", rule: "offer-marketing" };
  if (header && header.format !== "image" && header.format !== "video")
    yield { path: "header.format", rule: "offer-header" };
  if (lengthOf(body) > MOST.bodyOfOffer) yield { path: "body", rule: "too-long", limit: MOST.bodyOfOffer };
  if (footer?.trim()) yield { path: "footer", rule: "offer-footer" };
  if (cards.length > 0 || buttons.length === 0 || !buttons.every(({ kind }) => OF_OFFERS.includes(kind)))
    yield { path: "buttons", rule: "offer-buttons" };
}

/** Cards differ in their words and files alone. */
const layout = ({ format, body = "", buttons }: DraftCard): string =>
  [format, body.trim() !== "", ...buttons.map(({ kind }) => kind)].join(" ");

function* cardsFlaws({ cards, header, footer, buttons }: TemplateDraft): Generator<Flaw> {
  const path = "cards";
  if (cards.length === 0) return;
  if (cards.length < FEWEST_CARDS || cards.length > MOST.cards)
    yield { path, rule: "number-of-cards", limit: MOST.cards };
  if (header || footer?.trim() || buttons.length > 0) yield { path, rule: "cards-alone" };
  if (new Set(cards.map(layout)).size > 1) yield { path, rule: "cards-alike" };
  for (const [index, card] of cards.entries()) {
    const at = `${path}[${index}].`;
    if (card.format === "product") {
      const [opens, ...more] = card.buttons;
      if (card.body?.trim()) yield { path: `${at}body`, rule: "product-words" };
      if (opens?.kind !== "product" || more.length > 0)
        yield { path: `${at}buttons`, rule: "product-button", limit: 1 };
      yield* buttonsFlaws(card, at);
      continue;
    }
    if (!card.handle) yield { path: `${at}handle`, rule: "file-example" };
    if (card.body?.trim()) yield* bodyFlaws(card, MOST.bodyOfCard, at);
    if (card.buttons.length === 0 || card.buttons.length > MOST.buttonsOfCard)
      yield { path: `${at}buttons`, rule: "buttons-of-card", limit: MOST.buttonsOfCard };
    yield* buttonsFlaws(card, at);
  }
}

/** What WhatsApp would refuse of a draft; nothing when it may be handed in. */
export function flawsOf(draft: TemplateDraft): Flaw[] {
  const flaws: Flaw[] = [];
  if (!NAME.test(draft.name ?? "")) flaws.push({ path: "name", rule: "name", limit: 512 });
  if (!LANGUAGE.test(draft.language ?? "")) flaws.push({ path: "language", rule: "language" });
  if (draft.category === "authentication") {
    const minutes = draft.code?.minutes;
    if (minutes !== undefined && !(minutes >= 1 && minutes <= MOST.minutes))
      flaws.push({ path: "code.minutes", rule: "minutes", limit: MOST.minutes });
    return flaws;
  }
  const footer = draft.footer ?? "";
  return [
    ...flaws,
    ...headerFlaws(draft),
    ...bodyFlaws(draft, MOST.body),
    ...lineFlaws("footer", footer),
    ...(footer.includes("{{") ? [{ path: "footer", rule: "no-place" }] : []),
    ...catalogueFlaws(draft),
    ...offerFlaws(draft),
    ...buttonsFlaws(draft),
    ...cardsFlaws(draft),
  ];
}
