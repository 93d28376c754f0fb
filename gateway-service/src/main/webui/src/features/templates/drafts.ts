import type { Template, TemplateDraft } from "../../api/types";

export type DraftButton = TemplateDraft["buttons"][number];
export type DraftCard = TemplateDraft["cards"][number];
type Examples = TemplateDraft["examples"];

/** A place to fill in, as WhatsApp writes it. */
const PLACE = /\{\{([^{}]*)\}\}/g;

/** The places of a text, each once, in its order. */
export const placesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([, name = ""]) => name.trim())),
];

/** A text with its places filled in; those that nothing fills stay. */
export const filled = (text: string, values: (name: string) => string | undefined): string =>
  text.replace(PLACE, (place, name: string) => values(name.trim()) || place);

/** The next place: a number, unless the others have names. */
export function withPlace(body: string): string {
  const names = placesOf(body);
  const next = String(names.length + 1);
  const name = names.some((each) => !/^\d+$/.test(each)) ? `campo_${next}` : next;
  return `${body}${body && !/\s$/.test(body) ? " " : ""}{{${name}}} `;
}

export const withExample = (examples: Examples, name: string, value: string): Examples => [
  ...examples.filter((each) => each.name !== name),
  { name, value },
];

/** Examples of places that are gone are left out. */
export const examplesOf = (body: string | undefined, examples: Examples): Examples => {
  const places = placesOf(body ?? "");
  return examples.filter((example) => places.includes(example.name ?? ""));
};

/** Nothing yet. */
export const emptyDraft = (language: string): TemplateDraft => ({
  name: "",
  language,
  category: "utility",
  body: "",
  buttons: [],
  examples: [],
  cards: [],
});

/** A template as one would have written it here. Examples of files are not given back: they are brought anew. */
export function draftOf(template: Template): TemplateDraft {
  const exampleAt = (place: string, button?: number, card?: number) =>
    template.parameters.find((each) => each.place === place && each.button === button && each.card === card)
      ?.example ?? "";
  const examplesIn = (card?: number) =>
    template.parameters
      .filter((each) => each.place === "body" && each.card === card)
      .map(({ name: of, example = "" }) => ({ name: of, value: example }));
  const buttonsOf = (buttons: Template["buttons"], card?: number) =>
    buttons.map(({ kind, text, value }, index) => ({
      kind,
      text,
      ...(value ? { value } : {}),
      example: exampleAt("button", index, card),
    }));
  const isCode = template.category === "authentication";
  const { name, language, category, header, offer, footer } = template;
  const minutes = Number(/\d+/.exec(footer ?? "")?.[0]);
  if (isCode)
    return {
      ...emptyDraft(language),
      name,
      category,
      code: { advice: (template.body.match(/[.。।॥።։]/g) ?? []).length > 1, ...(minutes ? { minutes } : {}) },
    };
  return {
    name,
    language,
    category,
    body: template.body,
    ...(header
      ? {
          header:
            header.format === "text"
              ? { format: header.format, text: header.text ?? "", example: exampleAt("header") }
              : { format: header.format },
        }
      : {}),
    ...(offer ? { offer } : {}),
    ...(footer ? { footer } : {}),
    buttons: buttonsOf(template.buttons),
    examples: examplesIn(),
    cards: template.cards.map((card, index) => ({
      format: card.header?.format ?? "image",
      body: card.body ?? "",
      buttons: buttonsOf(card.buttons, index),
      examples: examplesIn(index),
    })),
  };
}
