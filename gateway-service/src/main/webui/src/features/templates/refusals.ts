import { ApiProblem, NoAnswer } from "../../api/client";
import type { Translate } from "../../i18n";
import type { Flaw } from "./rules";

const KNOWN = [
  "template-not-valid",
  "template-exists",
  "account-unknown",
  "whatsapp-unavailable",
  "token-refused",
  "invalid-request",
  "payload-too-large",
  "not-allowed",
  "not-found",
] as const;
const LIMITS = ["too-many-now", "account-full", "name-blocked", "changed-lately"] as const;
const FIXED = ["not-now", "has-more", "category-fixed", "name-fixed"] as const;

/**
 * Why something was not done with a template. WhatsApp's own words are shown when it was WhatsApp that said no.
 *
 * @param otherwise when nothing more is known
 */
export function refusalIn(error: Error, t: Translate, otherwise: string): string {
  if (error instanceof NoAnswer) return t("template.refused.no-answer");
  if (!(error instanceof ApiProblem)) return otherwise;
  const { reasonKey, problem } = error;
  if (reasonKey === "template-refused" && problem.detail) {
    const limit = LIMITS.find((each) => each === problem.why);
    const own = problem.error?.detail ?? problem.error?.title;
    if (!limit) return t("template.says", { words: problem.detail });
    const remedy = t(`template.limit.${limit}`);
    return own ? `${t("template.says", { words: own })} ${remedy}` : remedy;
  }
  const why = reasonKey === "template-fixed" && FIXED.find((each) => each === problem.why);
  if (why) return t(`template.fixed.${why}`);
  const known = KNOWN.find((each) => each === reasonKey);
  return known ? t(`template.refused.${known}`) : otherwise;
}

/** What the server found that was not found here, for the fields in which it is. */
export const flawsIn = (error: Error | null): readonly Flaw[] =>
  (error instanceof ApiProblem && error.problem.flaws) || [];
