import type { CatalogueProduct, ContentOf, ReplyRequest } from "../../../api/types";

/** What can be shown of a catalogue, in the order of the menu. */
export const SHOWING = ["product", "products", "catalogue"] as const;
export type Showing = (typeof SHOWING)[number];
/** What a template shows of a catalogue, or its button opens: one product above, one on each card, some, or all. */
export type Opening = "product" | "cards" | "products" | "catalogue";
export type Opened = NonNullable<ContentOf<"template">["products"]>;
type Wanted = Extract<ReplyRequest["content"], { type: Showing }>;

/** How much WhatsApp takes, in characters, and how many. */
export const LONGEST = { text: 1024, header: 60, footer: 60, section: 24 } as const;
export const MOST_SECTIONS = 10;
export const MOST_PRODUCTS = 30;

export interface Section {
  title: string;
  products: readonly CatalogueProduct[];
}

/** What was typed and chosen; a single product, and that whose picture stands above, is the first. */
export interface Draft {
  header: string;
  text: string;
  footer: string;
  sections: readonly Section[];
}

export const EMPTY_SECTION: Section = { title: "", products: [] };
export const EMPTY: Draft = { header: "", text: "", footer: "", sections: [EMPTY_SECTION] };

export const chosenIn = ({ sections }: Draft): readonly CatalogueProduct[] =>
  sections.flatMap(({ products }) => products);

/**
 * With the product chosen, or not any more. Where there can be only one, it takes the place of the other.
 *
 * @param most of a template's cards, how many it has
 */
export function choose(
  draft: Draft,
  kind: Showing | Opening,
  product: CatalogueProduct,
  section: number,
  most = MOST_PRODUCTS,
): Draft {
  const isIn = chosenIn(draft).some(({ productId }) => productId === product.productId);
  const without = draft.sections.map((one) => ({
    ...one,
    products: one.products.filter(({ productId }) => productId !== product.productId),
  }));
  if (isIn) return { ...draft, sections: without };
  if (kind !== "products" && kind !== "cards")
    return { ...draft, sections: [{ title: "", products: [product] }] };
  if (chosenIn(draft).length >= most) return draft;
  const place = Math.min(section, without.length - 1);
  const into = without[place]!;
  return { ...draft, sections: without.with(place, { ...into, products: [...into.products, product] }) };
}

const length = (text: string): number => [...text.trim()].length;
const fits = (text: string, longest: number): boolean => length(text) <= longest;
const filled = (text: string, longest: number): boolean => length(text) > 0 && fits(text, longest);
const optional = <Name extends string>(name: Name, text: string) =>
  (text.trim() === "" ? {} : { [name]: text.trim() }) as Partial<Record<Name, string>>;

const shownAs = ({ productId, name, price }: CatalogueProduct): ContentOf<"product">["product"] => ({
  productId,
  name,
  ...(price === undefined ? {} : { price }),
});

/** The sections that hold something; `null` while WhatsApp would not take them. */
function sectionsOf(draft: Draft) {
  const sections = draft.sections.filter(({ products }) => products.length > 0);
  const many = sections.length > 1;
  const right = sections.every(({ title }) =>
    many ? filled(title, LONGEST.section) : fits(title, LONGEST.section),
  );
  return right && sections.length > 0
    ? sections.map(({ title, products }) => ({
        ...optional("title", title),
        products: products.map(shownAs),
      }))
    : null;
}

/**
 * What a template is to show, or its button to open; `null` while WhatsApp would not take it.
 *
 * @param cards how many it has
 */
export function opened(kind: Opening, catalogId: string, draft: Draft, cards = 0): Opened | null {
  if (kind === "products") {
    const sections = sectionsOf(draft);
    return sections && { catalogId, sections };
  }
  const chosen = chosenIn(draft);
  if (kind === "product" || kind === "cards")
    return chosen.length === (kind === "product" ? 1 : cards)
      ? { catalogId, sections: [{ products: chosen.map(shownAs) }] }
      : null;
  const [first] = chosen;
  return { catalogId, ...(first ? { thumbnail: shownAs(first) } : {}), sections: [] };
}

/** What is to be sent; `null` while WhatsApp would not take it. */
export function wanted(kind: Showing, catalogId: string, draft: Draft): Wanted | null {
  const { text, footer, header } = draft;
  const [first] = chosenIn(draft);
  const small = optional("footer", footer);
  if (!fits(footer, LONGEST.footer)) return null;
  switch (kind) {
    case "product":
      return first && fits(text, LONGEST.text)
        ? { type: kind, catalogId, product: shownAs(first), ...optional("text", text), ...small }
        : null;
    case "products": {
      const sections = sectionsOf(draft);
      if (!sections || !filled(text, LONGEST.text) || !filled(header, LONGEST.header)) return null;
      return { type: kind, catalogId, text: text.trim(), header: header.trim(), ...small, sections };
    }
    case "catalogue":
      return filled(text, LONGEST.text)
        ? {
            ...{ type: kind, catalogId, text: text.trim(), ...small },
            ...(first ? { thumbnail: shownAs(first) } : {}),
          }
        : null;
  }
}

/** As the thread shows it. */
export function shownOf(content: Wanted): ContentOf<Showing> {
  if (content.type !== "product") return content;
  const { text: words, ...rest } = content;
  return {
    ...rest,
    text: [content.product.name, words].filter(Boolean).join("\n"),
    ...(words === undefined ? {} : { words }),
  };
}
