import { ApiProblem } from "../../../api/client";
import { type Key, type Translate } from "../../../i18n";

/** Why something about a number did not go, and how it is mended; `null` when nothing went wrong. */
export function why(error: unknown, t: Translate): string | null {
  if (!error) return null;
  if (!(error instanceof ApiProblem)) return t("number.why.silent");
  const { reasonKey, detail = "" } = error.problem;
  const key = `number.why.${reasonKey}`;
  const words = t(key as Key, { words: detail });
  return words === key ? detail || t("number.why.silent") : words;
}
