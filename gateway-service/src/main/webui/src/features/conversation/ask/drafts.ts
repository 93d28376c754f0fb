import type { Content, ContentOf, ReplyRequest } from "../../../api/types";
import { webLink } from "../../../lib/webLink";

/** What can be made up in the dialog, in the order of the menu. */
export const KINDS = ["buttons", "options", "link", "location", "location-request", "contacts"] as const;
export type AskKind = (typeof KINDS)[number];
type Wanted = ReplyRequest["content"];

/** How much of each WhatsApp takes, in characters. */
export const LONGEST = {
  ...{ text: 1024, header: 60, footer: 60, button: 20, row: 24, section: 24, description: 72 },
  ...{ url: 2000, name: 256, address: 512 },
} as const;
export const MOST_BUTTONS = 3;
export const MOST_ROWS = 10;
/** Contact cards in one message; the platform takes more than anybody reads. */
export const MOST_CARDS = 10;
/** Of each on a contact card; the platform names no limit. */
export const MOST_LINES = 10;

export interface Row {
  title: string;
  description: string;
}
export interface Section {
  title: string;
  rows: readonly Row[];
}

/** Whom a contact card is about. */
export interface Person {
  name: string;
  organization: string;
  phones: readonly string[];
  emails: readonly string[];
  website: string;
}

/** What was typed into the dialog; of it each kind takes what it has a place for. */
export interface Draft {
  text: string;
  header: string;
  footer: string;
  buttons: readonly string[];
  /** What stands on the only button of a list or of a page. */
  opens: string;
  url: string;
  sections: readonly Section[];
  /** Coordinates, or a link in which they are. */
  point: string;
  name: string;
  address: string;
  people: readonly Person[];
}

export const EMPTY_PERSON: Person = { name: "", organization: "", phones: [""], emails: [""], website: "" };
export const EMPTY_ROW: Row = { title: "", description: "" };
export const EMPTY_SECTION: Section = { title: "", rows: [EMPTY_ROW] };
export const EMPTY: Draft = {
  ...{ text: "", header: "", footer: "", buttons: ["", ""], opens: "", url: "" },
  sections: [EMPTY_SECTION],
  ...{ point: "", name: "", address: "", people: [EMPTY_PERSON] },
};

/** The degrees in a text: `45.46, 9.19`, `@45.46,9.19,17z` or `mlat=45.46&mlon=9.19`. */
export function pointIn(text: string): { latitude: number; longitude: number } | null {
  const found = /(-?\d{1,2}(?:\.\d+)?)\s*(?:[,;/\s]|%2C|&(?:amp;)?m?lon=)\s*(-?\d{1,3}(?:\.\d+)?)/i.exec(
    // The zoom of a map stands before its degrees.
    text.replace(/#map=\d+\//, " "),
  );
  const [latitude, longitude] = [Number(found?.[1]), Number(found?.[2])];
  return found && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

export const isPage = (url: string): boolean => webLink(url.trim()) !== null;

const fits = (text: string, longest: number): boolean => [...text.trim()].length <= longest;
const filled = (text: string, longest: number): boolean => text.trim() !== "" && fits(text, longest);
const optional = (name: string, text: string): object => (text.trim() === "" ? {} : { [name]: text.trim() });

export const isTwice = (buttons: readonly string[], at: number): boolean =>
  buttons.some((other, index) => index < at && other.trim() !== "" && other.trim() === buttons[at]?.trim());

export const rowsIn = (sections: readonly Section[]): number =>
  sections.reduce((count, { rows }) => count + rows.length, 0);

const onCard = ({ name, organization, phones, emails, website }: Person): string[] => [
  ...[name, organization, website],
  ...phones,
  ...emails,
];

function cardOf({ name, organization, phones, emails, website }: Person) {
  const lines = (values: readonly string[]) =>
    values.filter((value) => value.trim() !== "").map((value) => ({ value: value.trim() }));
  const lists = { phones: lines(phones), emails: lines(emails), urls: lines([website]) };
  return { name: name.trim(), ...optional("organization", organization), ...lists };
}

/** What is to be sent; `null` while WhatsApp would not take it. */
export function wanted(kind: AskKind, draft: Draft): Wanted | null {
  const { text, header, footer, opens } = draft;
  const lines = { ...optional("header", header), ...optional("footer", footer) };
  const asks = filled(text, LONGEST.text) && fits(header, LONGEST.header) && fits(footer, LONGEST.footer);
  switch (kind) {
    case "buttons": {
      const buttons = draft.buttons.filter((button) => button.trim() !== "");
      const right =
        buttons.length > 0 &&
        buttons.every((button, at) => fits(button, LONGEST.button) && !isTwice(buttons, at));
      return asks && right
        ? { type: kind, text: text.trim(), ...lines, buttons: buttons.map((button) => button.trim()) }
        : null;
    }
    case "options": {
      const many = draft.sections.length > 1;
      const right =
        filled(opens, LONGEST.button) &&
        draft.sections.every(
          ({ title, rows }) =>
            (many ? filled(title, LONGEST.section) : fits(title, LONGEST.section)) &&
            rows.every((row) => filled(row.title, LONGEST.row) && fits(row.description, LONGEST.description)),
        );
      if (!asks || !right || rowsIn(draft.sections) > MOST_ROWS) return null;
      return {
        ...{ type: kind, text: text.trim(), ...lines, button: opens.trim() },
        sections: draft.sections.map(({ title, rows }) => ({
          ...optional("title", title),
          rows: rows.map((row) => ({
            title: row.title.trim(),
            ...optional("description", row.description),
          })),
        })),
      };
    }
    case "link":
      return asks && filled(opens, LONGEST.button) && fits(draft.url, LONGEST.url) && isPage(draft.url)
        ? { type: kind, text: text.trim(), ...lines, button: opens.trim(), url: draft.url.trim() }
        : null;
    case "location-request":
      return filled(text, LONGEST.text) ? { type: kind, text: text.trim() } : null;
    case "location": {
      const point = pointIn(draft.point);
      return point && fits(draft.name, LONGEST.name) && fits(draft.address, LONGEST.address)
        ? { type: kind, ...point, ...optional("name", draft.name), ...optional("address", draft.address) }
        : null;
    }
    case "contacts": {
      // Who added one too many need not take it away.
      const begun = draft.people.filter((person) => onCard(person).some((value) => value.trim() !== ""));
      const right = begun.every(
        (person) => person.name.trim() !== "" && onCard(person).every((value) => fits(value, LONGEST.name)),
      );
      return begun.length > 0 && right ? { type: kind, cards: begun.map(cardOf) } : null;
    }
  }
}

/** As the thread shows it, also while some of it is missing. */
export function shownOf(content: Wanted): Content | undefined {
  switch (content.type) {
    case "buttons":
      return {
        ...content,
        buttons: content.buttons.map((text, at) => ({ id: `${at + 1}`, text })),
      } satisfies ContentOf<"buttons">;
    case "options":
      return {
        ...content,
        sections: content.sections.map(({ title, rows }, section) => ({
          title,
          rows: rows.map((row, at) => ({ id: `${section + 1}.${at + 1}`, ...row })),
        })),
      } satisfies ContentOf<"options">;
    case "location":
      return { ...content, text: [content.name, content.address].filter(Boolean).join("\n") };
    case "contacts":
      return {
        type: "contacts",
        text: content.cards.map(({ name }) => name).join(", "),
        requested: false,
        cards: content.cards.map(({ phones = [], emails = [], urls = [], ...card }) => ({
          ...card,
          ...{ phones, emails, urls, addresses: [] },
        })),
      } satisfies ContentOf<"contacts">;
    case "link":
    case "location-request":
      return content;
    default:
      return undefined;
  }
}

/** What the preview shows of what is not finished. */
export function outlined(kind: AskKind, draft: Draft): Content | undefined {
  const { text, header, footer, opens } = draft;
  const lines = { ...optional("header", header), ...optional("footer", footer) };
  const buttons = draft.buttons.filter((button) => button.trim() !== "");
  const named = draft.people.filter(({ name }) => name.trim() !== "");
  const whole: Partial<Record<AskKind, Wanted>> = {
    buttons: { type: "buttons", text, ...lines, buttons },
    options: {
      ...{ type: "options", text, ...lines, button: opens },
      sections: draft.sections.map(({ title, rows }) => ({
        ...optional("title", title),
        rows: rows.filter((row) => row.title.trim() !== "").map((row) => ({ ...row })),
      })),
    },
    link: { type: "link", text, ...lines, button: opens, url: draft.url },
    "location-request": { type: "location-request", text },
    ...(named.length > 0 && { contacts: { type: "contacts", cards: named.map(cardOf) } }),
  };
  const content = wanted(kind, draft) ?? whole[kind];
  return content && shownOf(content);
}
