import { localStore } from "../lib/storage";
import type { Texts } from "../texts";
import type { Table } from "./merged";

/** `list.new_one` and `list.new_other` are one key: the count chooses (the i18next v4 format). */
type WithoutPlural<K> = K extends `${infer Stem}_${"one" | "other"}` ? Stem : K;
export type Key = WithoutPlural<keyof Texts>;
export type Language = "en" | "it";
export type Values = Record<string, string | number>;

/** Nobody reads two languages: each is loaded when it is chosen. */
const load: Record<Language, () => Promise<{ default: Table }>> = {
  en: () => import("./en"),
  it: () => import("./it"),
};
/** Of parts of the page that are loaded when they are needed. */
const parts = new Map<typeof load, Promise<void>>();
const texts: Partial<Record<Language, Table>> = {};
const LOCALES: Record<Language, string> = { en: "en-GB", it: "it-IT" };
const plurals = { en: new Intl.PluralRules(LOCALES.en), it: new Intl.PluralRules(LOCALES.it) };
const numbers = { en: new Intl.NumberFormat(LOCALES.en), it: new Intl.NumberFormat(LOCALES.it) };
const STORED = "centralino.language";

const preferred = (): Language => {
  const stored = localStore.read(STORED);
  if (stored === "en" || stored === "it") return stored;
  const wanted = globalThis.navigator?.languages ?? [];
  return wanted
    .find((name) => /^(en|it)\b/i.test(name))
    ?.toLowerCase()
    .startsWith("it")
    ? "it"
    : "en";
};

let language: Language = preferred();
/** Rises when anything reads differently. */
let revision = 0;
const listeners = new Set<() => void>();

export const currentLanguage = (): Language => language;
export const currentRevision = (): number => revision;
export const currentLocale = (): string => LOCALES[language];

/** Before anything is shown in a language it must be there. Rejects when it does not come. */
export async function loadLanguage(wanted: Language = language): Promise<void> {
  if (texts[wanted]) return;
  const table: Record<string, string> = {};
  const read = new Set<typeof load>();
  // A part may be added while others are awaited.
  for (;;) {
    const next = [load, ...parts.keys()].filter((part) => !read.has(part));
    if (next.length === 0) break;
    for (const part of next) read.add(part);
    for (const { default: more } of await Promise.all(next.map((part) => part[wanted]())))
      Object.assign(table, more);
  }
  texts[wanted] ??= table;
}

/** Adds the texts of a part of the page, now and in each language that is chosen later. */
export function withTexts(part: typeof load): Promise<void> {
  let coming = parts.get(part);
  if (!coming) {
    coming = added(part);
    parts.set(part, coming);
    coming.catch(() => parts.delete(part));
  }
  return coming;
}

/** Others may be added meanwhile: to what is there then, and not to what was there before. */
async function added(part: typeof load): Promise<void> {
  for (const each of Object.keys(texts) as Language[]) {
    const { default: more } = await part[each]();
    texts[each] = { ...texts[each], ...more };
  }
  tell();
}

/** A module of a part of the page, with the texts of that part. */
export async function withItsTexts<Module>(
  part: typeof load,
  module: () => Promise<Module>,
): Promise<Module> {
  const [loaded] = await Promise.all([module(), withTexts(part)]);
  return loaded;
}

/** From then on everything is in this language: at once, if it was loaded before. Rejects when it does not come. */
export async function chooseLanguage(next: Language): Promise<void> {
  if (!texts[next]) await loadLanguage(next);
  localStore.write(STORED, next);
  if (next === language) return;
  language = next;
  if (globalThis.document) document.documentElement.lang = next;
  tell();
}

function tell(): void {
  revision++;
  for (const listener of [...listeners]) listener();
}

// Who works on a text sees it at once, and the page is not loaded again.
import.meta.hot?.accept(["./en", "./it"], ([en, it]) => {
  if (en) texts.en = (en as unknown as { default: Table }).default;
  if (it) texts.it = (it as unknown as { default: Table }).default;
  tell();
});

export const onLanguage = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The template of a key, with its plural chosen. */
export function template(key: Key, values?: Values, of: Language = language): string {
  const table = texts[of] ?? {};
  const count = values?.["count"];
  if (typeof count === "number") {
    const rule = plurals[of].select(count);
    const plural = table[`${key}_${rule}`] ?? table[`${key}_other`];
    if (plural !== undefined) return plural;
  }
  return table[key] ?? key;
}

/** As people write it in the language in use. */
export const shownNumber = (value: number): string => numbers[language].format(value);

const shown = (value: string | number): string => (typeof value === "number" ? shownNumber(value) : value);

export function translate(key: Key, values: Values = {}): string {
  return template(key, values).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : shown(value);
  });
}
