import type { ContentOf, ReplyRequest, TemplateOffer } from "../../../api/types";
import type { Opened } from "../products/drafts";
import { type Above, cardsWithFiles, hasProducts, isAllBrought, nothingBrought, openedBy } from "./brought";

export type Place = TemplateOffer["parameters"][number];
/** What is typed at each place to fill in, in the template's order. */
export type Values = readonly string[];

const PLACE = /\{\{\s*([^{}\s]+)\s*\}\}/g;
const BROKEN_LINE = /[\n\r\t\u2028\u2029]| {5,}/;
const LONGEST_CODE = 15;
/** Filled in, in characters; of cards it is the platform's own pages that say it. */
const LONGEST = { header: 60, body: 1024, bodyOfCard: 160, address: 2000 } as const;

/** What is filled in with words: files and places come beside them. */
const words = ({ parameters }: TemplateOffer): readonly Place[] =>
  parameters.filter(({ kind }) => kind === "text" || kind === "code");

/** The code that the customer reads is the one that the button copies: it is typed once. */
const isCopied = ({ category, buttons }: TemplateOffer, { place, button }: Place): boolean =>
  category === "authentication" && place === "button" && buttons[button ?? 0]?.kind === "one-time-code";

/** The place in the text of such a code, which is where it is typed. */
const codeIn = (offer: TemplateOffer): Place | undefined =>
  words(offer).some((place) => isCopied(offer, place))
    ? words(offer).find(({ place }) => place === "body")
    : undefined;

/** What is asked for, place by place. */
export function toFill(offer: TemplateOffer): readonly Place[] {
  const code = codeIn(offer);
  if (!code) return words(offer);
  return words(offer)
    .filter((place) => !isCopied(offer, place))
    .map((place) => (place === code ? { ...place, kind: "code" } : place));
}

/** What is known stands there already. */
export const proposed = (offer: TemplateOffer): Values =>
  toFill(offer).map(({ proposal }) => proposal?.value ?? "");

/** What WhatsApp would not take at a place. `tooMany`: by how many characters the text is too long with it. */
export type Complaint = { is: "spaces" | "code" } | { is: "long"; tooMany: number };

const ownComplaint = ({ kind }: Place, value: string): Complaint | null => {
  if (BROKEN_LINE.test(value)) return { is: "spaces" };
  return kind === "code" && value.length > LONGEST_CODE ? { is: "code" } : null;
};

const longestOf = ({ place, card }: Place): number => {
  if (place === "header") return LONGEST.header;
  if (place === "button") return LONGEST.address;
  return card === undefined ? LONGEST.body : LONGEST.bodyOfCard;
};

/** The text in which a place is, with everything filled in. */
function textAround({ place, card, button }: Place, shown: ContentOf<"template">): string {
  const on = card === undefined ? shown : shown.cards?.[card];
  if (place === "header") return shown.header ?? "";
  return (place === "button" ? on?.buttons[button ?? 0]?.value : on?.text) ?? "";
}

const isSameText = (one: Place, other: Place): boolean =>
  one.place === other.place && one.card === other.card && one.button === other.button;
const isSamePlace = (one: Place, other: Place): boolean => isSameText(one, other) && one.name === other.name;

/** What WhatsApp would not take, place by place. Of a text that is too long, the longest of what was filled in is to blame. */
export function complaints(offer: TemplateOffer, values: Values): readonly (Complaint | null)[] {
  const places = toFill(offer);
  const shown = asShown(offer, values);
  const lengthAt = (index: number): number => [...(values[index]?.trim() ?? "")].length;
  return places.map((place, index) => {
    const own = ownComplaint(place, values[index] ?? "");
    if (own) return own;
    const tooMany = [...textAround(place, shown)].length - longestOf(place);
    const isLongest = places.every(
      (other, at) =>
        !isSameText(place, other) ||
        lengthAt(at) < lengthAt(index) ||
        (lengthAt(at) === lengthAt(index) && at >= index),
    );
    return tooMany > 0 && isLongest && lengthAt(index) > 0 ? { is: "long", tooMany } : null;
  });
}

/** Whether nothing is missing in it; whether it may be sent is another matter. */
export const isReady = (offer: TemplateOffer, values: Values, brought = nothingBrought(offer)): boolean =>
  isAllBrought(offer, brought) &&
  toFill(offer).every((_, index) => (values[index] ?? "").trim() !== "") &&
  complaints(offer, values).every((each) => each === null);

const namedFile = ({ id, mimeType }: Above) => ({ mediaId: id, mimeType });

/** The template as the customer will see it; what is not filled in yet shows its place. */
export function asShown(
  offer: TemplateOffer,
  values: Values,
  brought = nothingBrought(offer),
): ContentOf<"template"> {
  const { name, language, category, header, body, footer } = offer;
  const { above, place } = brought;
  const products = openedBy(offer, brought);
  const places = toFill(offer);
  const typed = (of: (place: Place) => boolean) =>
    places.flatMap((each, index) => (of(each) ? [{ place: each, value: values[index]?.trim() ?? "" }] : []));
  const filled = (text: string, of: (place: Place) => boolean): string => {
    const known = typed(of);
    return text.replace(
      PLACE,
      (whole, named: string) => known.find(({ place }) => place.name === named)?.value || whole,
    );
  };
  const pressed = (buttons: TemplateOffer["buttons"], card?: number) =>
    buttons.map((button, at) => {
      const here = (each: Place) => each.place === "button" && each.button === at && each.card === card;
      if (button.kind === "copy-code") return { ...button, value: typed(here)[0]?.value ?? button.value };
      return button.value ? { ...button, value: filled(button.value, here) } : button;
    });
  const inBody = (card?: number) => (each: Place) => each.place === "body" && each.card === card;
  return {
    type: "template",
    name,
    language,
    category,
    text: filled(body, inBody()),
    ...(header?.text ? { header: filled(header.text, ({ place }) => place === "header") } : {}),
    ...(footer ? { footer } : {}),
    ...(above && header
      ? { fileAbove: { format: header.format, name: above.name, attachment: namedFile(above) } }
      : {}),
    ...(place ? { placeAbove: place } : {}),
    ...(products ? { products } : {}),
    ...(offer.offer
      ? { offer: { text: offer.offer.text, ...(brought.endsAt ? { endsAt: brought.endsAt } : {}) } }
      : {}),
    ...(cardsWithFiles(offer).length > 0
      ? {
          cards: offer.cards.map((card, index) => ({
            format: card.header?.format ?? "image",
            attachment: namedFile(brought.cards[index] ?? { id: "", name: "", mimeType: "" }),
            ...(card.body ? { text: filled(card.body, inBody(index)) } : {}),
            buttons: pressed(card.buttons, index),
          })),
        }
      : {}),
    // All cards with products have the same button.
    buttons: pressed(hasProducts(offer) ? offer.cards[0]!.buttons : offer.buttons),
    parameters: [],
  };
}

export function asSent(
  offer: TemplateOffer,
  values: Values,
  brought = nothingBrought(offer),
): ReplyRequest["content"] {
  const { above, place, cards } = brought;
  const products = openedBy(offer, brought);
  return {
    type: "template",
    name: offer.name,
    language: offer.language,
    parameters: words(offer).map((each) => {
      const { place, card, button, name } = each;
      const typed = isCopied(offer, each) ? (codeIn(offer) ?? each) : each;
      return {
        place,
        ...(card === undefined ? {} : { card }),
        ...(button === undefined ? {} : { button }),
        name,
        value: values[toFill(offer).findIndex((asked) => isSamePlace(asked, typed))]?.trim() ?? "",
      };
    }),
    ...(above ? { attachmentId: above.id } : {}),
    ...(place ? { place } : {}),
    ...(cards.length > 0
      ? { cards: cards.flatMap((file) => (file ? [{ attachmentId: file.id }] : [])) }
      : {}),
    ...(products ? { products: sentProducts(products) } : {}),
    ...(brought.endsAt ? { offerEndsAt: brought.endsAt } : {}),
  };
}

/** Sections are not named where the whole catalogue opens. */
export const sentProducts = ({ sections, ...rest }: Opened) =>
  sections.length > 0 ? { ...rest, sections } : rest;
