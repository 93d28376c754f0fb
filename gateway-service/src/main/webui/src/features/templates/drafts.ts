import type { Template, TemplateDraft } from "../../api/types";

export type DraftButton = TemplateDraft["buttons"][number];

/** A place to fill in, as WhatsApp writes it. */
const PLACE = /\{\{([^{}]*)\}\}/g;

/** The places of a text, each once, in its order. */
export const placesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACE)].map(([, name = ""]) => name.trim())),
];

/** A text with its places filled in; those that nothing fills stay. */
export const filled = (text: string, values: (name: string) => string | undefined): string =>
  text.replace(PLACE, (place, name: string) => values(name.trim()) || place);

/** Nothing yet. */
export const emptyDraft = (language: string): TemplateDraft => ({
  name: "",
  language,
  category: "utility",
  body: "",
  buttons: [],
  examples: [],
});

/** A template as one would have written it here. */
export function draftOf(template: Template): TemplateDraft {
  const exampleAt = (place: string, button?: number) =>
    template.parameters.find(
      (each) => each.place === place && each.button === button && each.card === undefined,
    )?.example ?? "";
  const isCode = template.category === "authentication";
  const { name, language, category, header, footer } = template;
  const minutes = Number(/\d+/.exec(footer ?? "")?.[0]);
  if (isCode)
    return {
      name,
      language,
      category,
      buttons: [],
      examples: [],
      code: { advice: template.body.split(".").length > 2, ...(minutes ? { minutes } : {}) },
    };
  return {
    name,
    language,
    category,
    body: template.body,
    ...(header
      ? { header: { format: header.format, text: header.text ?? "", example: exampleAt("header") } }
      : {}),
    ...(footer ? { footer } : {}),
    buttons: template.buttons.map(({ kind, text, value }, index) => ({
      kind,
      text,
      ...(value ? { value } : {}),
      example: exampleAt("button", index),
    })),
    examples: template.parameters
      .filter(({ place, card }) => place === "body" && card === undefined)
      .map(({ name: of, example = "" }) => ({ name: of, value: example })),
  };
}
