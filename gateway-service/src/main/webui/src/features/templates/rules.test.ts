import { describe, expect, it } from "vitest";
import type { TemplateDraft } from "../../api/types";
import { flawsOf } from "./rules";

const GOOD: TemplateDraft = {
  name: "spedizione_in_ritardo",
  language: "it",
  category: "utility",
  header: { format: "text", text: "Ordine {{ordine}}", example: "A-17" },
  body: "Ciao {{nome}}, il pacco {{ordine}} arriva domani.",
  footer: "Casa Lume",
  buttons: [
    { kind: "quick-reply", text: "Va bene" },
    { kind: "url", text: "Segui", value: "https://example.org/p/{{1}}", example: "A-17" },
    { kind: "phone-number", text: "Chiama", value: "+390299990001" },
    { kind: "copy-code", example: "LUME10" },
  ],
  examples: [
    { name: "nome", value: "Ada" },
    { name: "ordine", value: "A-17" },
  ],
  cards: [],
};
const CARD: TemplateDraft["cards"][number] = {
  format: "image",
  handle: "4::h",
  body: "La lampada",
  buttons: [{ kind: "quick-reply", text: "Questa" }],
  examples: [],
};

const rules = (more: Partial<TemplateDraft>) =>
  flawsOf({ ...GOOD, ...more }).map(({ path, rule }) => `${path}: ${rule}`);

const withBody = (body: string) =>
  flawsOf({
    name: "a",
    language: "it",
    category: "utility",
    body,
    buttons: [],
    examples: ["1", "2", "quando", "Ordine"].map((name) => ({ name, value: "x" })),
    cards: [],
  }).map(({ rule }) => rule);

describe("WhatsApp’s rules for templates", () => {
  it("let one of every part pass", () => {
    expect(flawsOf(GOOD)).toEqual([]);
  });

  it("know what opens a form, products or the catalogue, and what WhatsApp writes on it", () => {
    const form = { kind: "flow" as const, text: "Rispondi", value: "640000000000002" };
    const line = { format: "text" as const, text: "Scelte per te" };
    const opens = (kind: "products" | "catalogue", more: Partial<TemplateDraft> = {}) =>
      rules({ category: "marketing", header: undefined, buttons: [{ kind }], ...more });

    expect(rules({ buttons: [form, { kind: "contact-request" }] })).toEqual([]);
    expect(rules({ buttons: [form, { ...form, text: "Ancora" }] })).toEqual(["buttons: too-many-of-a-kind"]);
    expect(rules({ buttons: [{ kind: "voice-call", text: " " }] })).toEqual(["buttons[0].text: missing"]);
    expect(opens("products", { header: line })).toEqual([]);
    expect(opens("catalogue")).toEqual([]);
    expect(opens("catalogue", { header: line })).toEqual(["header.format: catalogue-header"]);
    expect(opens("products", { category: "utility" })).toEqual(["category: catalogue-marketing"]);
    expect(
      opens("products", { buttons: [{ kind: "products" }, { kind: "quick-reply", text: "Sì" }] }),
    ).toEqual(["buttons: catalogue-alone"]);
  });

  it.each([
    ["{{1}} arriva domani con il corriere", "place-at-the-edge"],
    ["Il pacco arriva domani, caro {{1}}.", "place-at-the-edge"],
    ["Il tuo pacco {{1}} {{2}} arriva domani con il corriere", "places-touch"],
    ["Il {{1}} poi", "too-many-places"],
    ["Il tuo pacco {{2}} arriva domani con il corriere", "numbers"],
    ["Il tuo pacco {{1}} arriva {{quando}} con il corriere", "mixed-places"],
    ["Il tuo pacco {{Ordine}} arriva domani con il corriere", "mixed-places"],
    ["Il tuo pacco {{1} arriva domani con il corriere", "braces"],
  ])("look at the places of %s", (body, rule) => {
    expect(withBody(body)).toEqual([rule]);
  });

  it("count characters as people do", () => {
    expect(rules({ footer: "😊".repeat(60) })).toEqual([]);
    expect(rules({ footer: `${"😊".repeat(60)}!` })).toEqual(["footer: too-long"]);
  });

  it("want quick replies together, and each text once", () => {
    const [yes, page] = GOOD.buttons;
    expect(rules({ buttons: [yes!, page!, { kind: "quick-reply", text: "No" }] })).toEqual([
      "buttons: quick-replies-apart",
    ]);
    expect(rules({ buttons: [yes!, yes!] })).toEqual(["buttons[1].text: text-twice"]);
  });

  it("want an example of a file above, and none of a place", () => {
    expect(rules({ header: { format: "image" } })).toEqual(["header.handle: file-example"]);
    expect(rules({ header: { format: "video", handle: "4::h" } })).toEqual([]);
    expect(rules({ header: { format: "location" } })).toEqual([]);
  });

  it("want two to ten cards that are laid out alike, and nothing beside them", () => {
    const { header: _, footer: __, ...rest } = GOOD;
    const cards = (...all: TemplateDraft["cards"]) =>
      flawsOf({ ...rest, buttons: [], cards: all }).map(({ path, rule }) => `${path}: ${rule}`);
    expect(cards(CARD, CARD)).toEqual([]);
    expect(cards(CARD)).toEqual(["cards: number-of-cards"]);
    expect(cards(...Array.from({ length: 11 }, () => CARD))).toEqual(["cards: number-of-cards"]);
    expect(cards(CARD, { ...CARD, body: "" })).toEqual(["cards: cards-alike"]);
    expect(cards(CARD, { ...CARD, handle: undefined, body: "x".repeat(161) })).toEqual([
      "cards[1].handle: file-example",
      "cards[1].body: too-long",
    ]);
    expect(rules({ cards: [CARD, CARD] })).toEqual(["cards: cards-alone"]);
  });

  it("let a product and the button that opens it go together", () => {
    const product: Partial<TemplateDraft> = {
      category: "marketing",
      footer: "",
      examples: [],
      body: "Eccola.",
    };
    const opens = { kind: "product", text: "Vedi" } as const;
    const header = { format: "product" } as const;
    expect(rules({ ...product, header, buttons: [opens] })).toEqual([]);
    expect(rules({ ...product, header, buttons: [] })).toEqual(["header.format: product-opened"]);
    expect(rules({ ...product, header: undefined, buttons: [opens] })).toEqual([
      "header.format: product-opened",
    ]);
    const card: TemplateDraft["cards"][number] = { format: "product", buttons: [opens], examples: [] };
    const cards = { ...product, header: undefined, buttons: [] };
    expect(rules({ ...cards, cards: [card, card] })).toEqual([]);
    expect(rules({ ...cards, cards: [card, { ...card, body: "Notte", buttons: [] }] })).toEqual([
      "cards: cards-alike",
      "cards[1].body: product-words",
      "cards[1].buttons: product-button",
    ]);
  });

  it("keep an offer short, with a code or a page below", () => {
    const offering = {
      ...{ category: "marketing", header: undefined, footer: "", examples: [], body: "Per poche ore." },
      buttons: [{ kind: "copy-code", example: "LAMPO20" }],
      offer: { text: "Saldi lampo", ends: true },
    } satisfies Partial<TemplateDraft> as Partial<TemplateDraft>;
    expect(rules(offering)).toEqual([]);
    expect(
      rules({
        ...offering,
        category: "utility",
        offer: { text: "Saldi lampo per tutti", ends: false },
        body: "x".repeat(601),
        footer: "Casa Lume",
        buttons: [],
      }),
    ).toEqual([
      "offer.text: too-long",
      "category: offer-marketing",
      "body: too-long",
      "footer: offer-footer",
      "buttons: offer-buttons",
    ]);
  });

  it("leave a code’s words to WhatsApp", () => {
    const { body: _, header: __, footer: ___, ...rest } = GOOD;
    const code = {
      ...rest,
      category: "authentication",
      buttons: [],
      examples: [],
      cards: [],
    } as TemplateDraft;
    expect(flawsOf({ ...code, code: { advice: true, minutes: 10 } })).toEqual([]);
    expect(flawsOf({ ...code, code: { advice: true, minutes: 91 } })).toHaveLength(1);
  });
});
