import { describe, expect, it } from "vitest";
import { choose, type Draft, EMPTY, EMPTY_SECTION, opened, shownOf, wanted } from "./drafts";

const CATALOGUE = "770000000000041";
const product = (at: number) => ({
  ...{ productId: `LUME-${at}`, name: `Lampada ${at}`, price: "89,00 €", available: true },
});
const shown = (at: number) => ({ productId: `LUME-${at}`, name: `Lampada ${at}`, price: "89,00 €" });
const withProducts = (count: number, draft: Draft = EMPTY): Draft =>
  Array.from({ length: count }, (_, at) => product(at)).reduce(
    (before, one) => choose(before, "products", one, 0),
    draft,
  );

describe("what is chosen from the catalogue", () => {
  it("is one product, with words or without", () => {
    expect(wanted("product", CATALOGUE, EMPTY)).toBeNull();
    const one = choose(choose(EMPTY, "product", product(1), 0), "product", product(2), 0);
    expect(wanted("product", CATALOGUE, one)).toEqual({
      ...{ type: "product", catalogId: CATALOGUE, product: shown(2) },
    });
    expect(wanted("product", CATALOGUE, { ...one, text: "x".repeat(1025) })).toBeNull();
    expect(wanted("product", CATALOGUE, { ...one, footer: "x".repeat(61) })).toBeNull();
    expect(shownOf(wanted("product", CATALOGUE, { ...one, text: "Ecco" })!)).toMatchObject({
      ...{ text: "Lampada 2\nEcco", words: "Ecco", product: shown(2) },
    });
  });

  it("is several products with a line above and words, and titles where there are sections", () => {
    const words = { ...EMPTY, header: "Lampade", text: "Ecco" };
    expect(wanted("products", CATALOGUE, words)).toBeNull();
    expect(wanted("products", CATALOGUE, { ...withProducts(1), text: "Ecco" })).toBeNull();
    expect(wanted("products", CATALOGUE, withProducts(2, words))).toMatchObject({
      ...{ header: "Lampade", sections: [{ products: [shown(0), shown(1)] }] },
    });
    const two = { ...words, sections: [EMPTY_SECTION, EMPTY_SECTION] };
    const both = choose(choose(two, "products", product(1), 0), "products", product(2), 1);
    expect(wanted("products", CATALOGUE, both)).toBeNull();
    const titled = both.sections.map((section, at) => ({ ...section, title: `Parte ${at}` }));
    expect(wanted("products", CATALOGUE, { ...both, sections: titled })).not.toBeNull();
  });

  it("is thirty products at most, each of them once", () => {
    const full = withProducts(31);
    expect(full.sections[0]!.products).toHaveLength(30);
    expect(choose(full, "products", product(3), 0).sections[0]!.products).toHaveLength(29);
  });

  it("is all of it, with a picture of one product if one likes", () => {
    expect(wanted("catalogue", CATALOGUE, EMPTY)).toBeNull();
    const words = { ...EMPTY, text: "Guarda" };
    expect(wanted("catalogue", CATALOGUE, words)).toEqual({
      ...{ type: "catalogue", catalogId: CATALOGUE, text: "Guarda" },
    });
    expect(wanted("catalogue", CATALOGUE, choose(words, "catalogue", product(1), 0))).toMatchObject({
      thumbnail: shown(1),
    });
  });

  it("is what a template’s button opens: products in sections, or the whole catalogue below a picture", () => {
    const one = choose(EMPTY, "products", product(1), 0);
    const many: Draft = { ...one, sections: [...one.sections, { title: "", products: [product(2)] }] };

    expect(opened("products", CATALOGUE, EMPTY)).toBeNull();
    expect(opened("products", CATALOGUE, one)).toEqual({
      catalogId: CATALOGUE,
      sections: [{ products: [shown(1)] }],
    });
    expect(opened("products", CATALOGUE, many)).toBeNull();
    expect(opened("catalogue", CATALOGUE, EMPTY)).toEqual({ catalogId: CATALOGUE, sections: [] });
    expect(opened("catalogue", CATALOGUE, one)).toEqual({
      catalogId: CATALOGUE,
      thumbnail: shown(1),
      sections: [],
    });
  });
});
