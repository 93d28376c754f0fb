import { Fragment, type ReactNode, useSyncExternalStore } from "react";
import {
  currentLanguage,
  currentRevision,
  type Key,
  type Language,
  onLanguage,
  template,
  translate,
  type Values,
} from "./translate";

export type { Key, Language, Values } from "./translate";
export {
  chooseLanguage,
  currentLanguage,
  currentLocale,
  loadLanguage,
  shownNumber,
  withItsTexts,
  withTexts,
} from "./translate";

export type Translate = (key: Key, values?: Values) => string;

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, currentLanguage);
}

const useRevision = (): number => useSyncExternalStore(onLanguage, currentRevision);

/** The texts of the language in use; a component that asks for them is drawn anew when they change. */
export function useT(): Translate {
  useRevision();
  return translate;
}

/** A sentence with elements in it, such as names in bold, without putting sentences together from pieces. */
export function Rich({ k, values }: { k: Key; values: Record<string, ReactNode> }) {
  useRevision();
  const parts = template(k).split(/\{(\w+)\}/);
  return parts.map((part, index) => <Fragment key={index}>{index % 2 === 0 ? part : values[part]}</Fragment>);
}
