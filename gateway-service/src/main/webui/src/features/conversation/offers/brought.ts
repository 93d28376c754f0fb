import type { ReplyRequest, TemplateOffer, Uuid } from "../../../api/types";
import type { Draft as PlaceDraft } from "../ask/drafts";
import { type Draft, EMPTY, opened, type Opened, type Opening } from "../products/drafts";

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
  /** What stands in the fields of the place and of the end, also while it is not right yet. */
  typed?: { place?: PlaceDraft; ends?: string };
}

const FILES = ["image", "video", "document"] as const;
export type FileFormat = (typeof FILES)[number];
const isFile = (format: string | undefined): format is FileFormat => FILES.some((each) => each === format);

/** One thing that a template wants besides words. */
export type BroughtPart =
  | { is: "file"; format: FileFormat }
  | { is: "place" }
  | { is: "products"; opening: Opening }
  | { is: "end" }
  /** `index`: which card, counted from 0. */
  | { is: "card"; index: number; format: "image" | "video" };

/** What a template wants besides words, in the order in which it is asked for. */
export function broughtParts(offer: TemplateOffer): readonly BroughtPart[] {
  const format = offer.header?.format;
  const opens = opening(offer);
  return [
    ...(isFile(format) ? [{ is: "file", format } as const] : []),
    ...(format === "location" ? [{ is: "place" } as const] : []),
    ...(opens ? [{ is: "products", opening: opens } as const] : []),
    ...(offer.offer?.ends ? [{ is: "end" } as const] : []),
    ...cardsWithFiles(offer).map(
      ({ header }, index) =>
        ({ is: "card", index, format: header?.format === "video" ? "video" : "image" }) as const,
    ),
  ];
}

/** Whether all of that is there, and right. */
export const isAllBrought = (offer: TemplateOffer, brought: Brought): boolean =>
  broughtParts(offer).every((part) => {
    switch (part.is) {
      case "file":
        return brought.above !== null;
      case "place":
        return brought.place !== null;
      case "products":
        return openedBy(offer, brought) !== null;
      case "end":
        return endComplaint(brought) === null;
      case "card":
        return (brought.cards[part.index] ?? null) !== null;
    }
  });

/** @param catalogId of the number that sends it */
export const nothingBrought = (offer: TemplateOffer, catalogId?: string): Brought => ({
  above: null,
  place: null,
  cards: cardsWithFiles(offer).map(() => null),
  catalogue: catalogId ? { id: catalogId, draft: EMPTY } : null,
  endsAt: null,
});

export const hasProducts = ({ cards }: Pick<TemplateOffer, "cards">): boolean =>
  cards.length > 0 && cards.every(({ header }) => header?.format === "product");

/** Cards with products bring no files. */
export const cardsWithFiles = (offer: Pick<TemplateOffer, "cards">): TemplateOffer["cards"] =>
  hasProducts(offer) ? [] : offer.cards;

const isOpening = (kind: string): kind is Exclude<Opening, "cards"> =>
  kind === "product" || kind === "products" || kind === "catalogue";

/** What it shows, or a button of it opens, of the catalogue. */
function opening(offer: Pick<TemplateOffer, "buttons" | "cards">): Opening | null {
  if (hasProducts(offer)) return "cards";
  return offer.buttons.map(({ kind }) => kind).find(isOpening) ?? null;
}

export const openedBy = (offer: TemplateOffer, { catalogue }: Brought): Opened | null => {
  const kind = opening(offer);
  return kind && catalogue && opened(kind, catalogue.id, catalogue.draft, offer.cards.length);
};

/** What is wrong with the end of an offer that ends. */
export const endComplaint = ({ endsAt }: Brought): "offer.ends.past" | "missing" | null => {
  if (endsAt === null) return "missing";
  return Date.parse(endsAt) > Date.now() ? null : "offer.ends.past";
};
