import { currentLocale, type Key, type Translate } from "../../i18n";
import { languageName as named } from "../../lib/languages";

/** A language in the reader's own. */
export const languageName = (code: string): string => named(code, currentLocale());

/** Why WhatsApp decided so, in our words if there are any. */
export function reasonIn(t: Translate, reason: string): string {
  const key = `template.reason.${reason}` as Key;
  const words = t(key);
  return words === key ? reason : words;
}
