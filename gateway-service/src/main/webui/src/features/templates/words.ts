import { currentLocale, type Key, type Translate } from "../../i18n";

/** A language in the reader's own; its code when nobody knows it. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(currentLocale(), { type: "language" }).of(code.replace("_", "-")) ?? code;
  } catch {
    return code;
  }
}

/** Why WhatsApp decided so, in our words if there are any. */
export function reasonIn(t: Translate, reason: string): string {
  const key = `template.reason.${reason}` as Key;
  const words = t(key);
  return words === key ? reason : words;
}
