import type { ContentOf, ReplyRequest, TemplateOffer, Uuid } from "../../../api/types";

export type Place = TemplateOffer["parameters"][number];
/** What is typed at each place, in the template's order. */
export type Values = readonly string[];

/** The file above the words, as the server has it by now. */
export interface Above {
  id: Uuid;
  name: string;
  mimeType: string;
}

const PLACE = /\{\{\s*([^{}\s]+)\s*\}\}/g;
const SPACES = / {5,}/;
const LONGEST_CODE = 15;

/** What is known stands there already. */
export const proposed = ({ parameters }: TemplateOffer): Values =>
  parameters.map(({ proposal }) => proposal?.value ?? "");

/** What WhatsApp would not take at this place. */
export function complaint({ kind }: Place, value: string): "offer.spaces" | "offer.code" | null {
  if (SPACES.test(value)) return "offer.spaces";
  return kind === "code" && value.length > LONGEST_CODE ? "offer.code" : null;
}

export const isReady = ({ parameters, obstacle }: TemplateOffer, values: Values): boolean =>
  !obstacle &&
  parameters.every((place, index) => {
    const value = values[index] ?? "";
    return value.trim() !== "" && complaint(place, value) === null;
  });

/** The template as the customer will see it; what is not filled in yet shows its place. */
export function asShown(
  offer: TemplateOffer,
  values: Values,
  above: Above | null = null,
): ContentOf<"template"> {
  const { name, language, category, header, body, footer, buttons, parameters } = offer;
  const typed = (of: (place: Place) => boolean) =>
    parameters.flatMap((place, index) => (of(place) ? [{ place, value: values[index]?.trim() ?? "" }] : []));
  const filled = (text: string, of: (place: Place) => boolean): string => {
    const known = typed(of);
    return text.replace(
      PLACE,
      (whole, named: string) => known.find(({ place }) => place.name === named)?.value || whole,
    );
  };
  return {
    type: "template",
    name,
    language,
    category,
    text: filled(body, ({ place }) => place === "body"),
    ...(header?.text ? { header: filled(header.text, ({ place }) => place === "header") } : {}),
    ...(footer ? { footer } : {}),
    ...(above && header
      ? {
          fileAbove: {
            format: header.format,
            name: above.name,
            attachment: { mediaId: above.id, mimeType: above.mimeType },
          },
        }
      : {}),
    buttons: buttons.map((button, at) => {
      const here = ({ place, button: on }: Place) => place === "button" && on === at;
      if (button.kind === "copy-code") return { ...button, value: typed(here)[0]?.value ?? button.value };
      return button.value ? { ...button, value: filled(button.value, here) } : button;
    }),
    parameters: [],
  };
}

export const asSent = (
  offer: TemplateOffer,
  values: Values,
  above: Above | null = null,
): ReplyRequest["content"] => ({
  type: "template",
  name: offer.name,
  language: offer.language,
  parameters: offer.parameters.map(({ place, card, button, name }, index) => ({
    place,
    ...(card === undefined ? {} : { card }),
    ...(button === undefined ? {} : { button }),
    name,
    value: values[index]?.trim() ?? "",
  })),
  ...(above ? { attachmentId: above.id } : {}),
});
