import type { ContentOf, ReplyRequest, TemplateOffer, Uuid } from "../../../api/types";
import { type Draft, EMPTY, opened, type Opened, type Opening } from "../products/drafts";

export type Place = TemplateOffer["parameters"][number];
/** What is typed at each place to fill in, in the template's order. */
export type Values = readonly string[];
export type SentPlace = NonNullable<Extract<ReplyRequest["content"], { type: "template" }>["place"]>;

/** The file above the words, as the server has it by now. */
export interface Above {
  id: Uuid;
  name: string;
  mimeType: string;
}

/** What is brought along besides words. */
export interface Brought {
  above: Above | null;
  place: SentPlace | null;
  /** The file of each card of a carousel. */
  cards: readonly (Above | null)[];
  /** What is chosen of the number's catalogue, where it has one. */
  catalogue: { id: string; draft: Draft } | null;
  /** When its offer ends. */
  endsAt: string | null;
}

/** @param catalogId of the number that sends it */
export const nothingBrought = (offer: TemplateOffer, catalogId?: string): Brought => ({
  above: null,
  place: null,
  cards: cardsWithFiles(offer).map(() => null),
  catalogue: catalogId ? { id: catalogId, draft: EMPTY } : null,
  endsAt: null,
});

const hasProducts = ({ cards }: Pick<TemplateOffer, "cards">): boolean =>
  cards.length > 0 && cards.every(({ header }) => header?.format === "product");

/** Cards with products bring no files. */
export const cardsWithFiles = (offer: Pick<TemplateOffer, "cards">): TemplateOffer["cards"] =>
  hasProducts(offer) ? [] : offer.cards;

const isOpening = (kind: string): kind is Exclude<Opening, "cards"> =>
  kind === "product" || kind === "products" || kind === "catalogue";

/** What it shows, or a button of it opens, of the catalogue. */
export function opening(offer: Pick<TemplateOffer, "buttons" | "cards">): Opening | null {
  if (hasProducts(offer)) return "cards";
  return offer.buttons.map(({ kind }) => kind).find(isOpening) ?? null;
}

const openedBy = (offer: TemplateOffer, { catalogue }: Brought): Opened | null => {
  const kind = opening(offer);
  return kind && catalogue && opened(kind, catalogue.id, catalogue.draft, offer.cards.length);
};

/** What an offer that ends is missing. */
export const endComplaint = (
  { offer }: TemplateOffer,
  { endsAt }: Brought,
): "offer.ends.past" | "missing" | null => {
  if (!offer?.ends) return null;
  if (endsAt === null) return "missing";
  return Date.parse(endsAt) > Date.now() ? null : "offer.ends.past";
};

const PLACE = /\{\{\s*([^{}\s]+)\s*\}\}/g;
const SPACES = / {5,}/;
const LONGEST_CODE = 15;

/** What is filled in with words: files and places come beside them. */
export const toFill = ({ parameters }: TemplateOffer): readonly Place[] =>
  parameters.filter(({ kind }) => kind === "text" || kind === "code");

/** What is known stands there already. */
export const proposed = (offer: TemplateOffer): Values =>
  toFill(offer).map(({ proposal }) => proposal?.value ?? "");

/** What WhatsApp would not take at this place. */
export function complaint({ kind }: Place, value: string): "offer.spaces" | "offer.code" | null {
  if (SPACES.test(value)) return "offer.spaces";
  return kind === "code" && value.length > LONGEST_CODE ? "offer.code" : null;
}

/** Whether nothing is missing in it; whether it may be sent is another matter. */
export const isReady = (offer: TemplateOffer, values: Values, brought = nothingBrought(offer)): boolean => {
  const { above, place, cards } = brought;
  const format = offer.header?.format;
  return (
    (!isFile(format) || above !== null) &&
    (format !== "location" || place !== null) &&
    cards.every((file) => file !== null) &&
    (opening(offer) === null || openedBy(offer, brought) !== null) &&
    endComplaint(offer, brought) === null &&
    toFill(offer).every((each, index) => {
      const value = values[index] ?? "";
      return value.trim() !== "" && complaint(each, value) === null;
    })
  );
};

const FILES = ["image", "video", "document"] as const;
export type FileFormat = (typeof FILES)[number];
export const isFile = (format: string | undefined): format is FileFormat =>
  FILES.some((each) => each === format);

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
    parameters: toFill(offer).map(({ place, card, button, name }, index) => ({
      place,
      ...(card === undefined ? {} : { card }),
      ...(button === undefined ? {} : { button }),
      name,
      value: values[index]?.trim() ?? "",
    })),
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
const sentProducts = ({ sections, ...rest }: Opened) => (sections.length > 0 ? { ...rest, sections } : rest);
