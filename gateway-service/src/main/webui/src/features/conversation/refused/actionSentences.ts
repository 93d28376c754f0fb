import type { Operator, Problem } from "../../../api/types";
import type { Translate } from "../../../i18n";

/** Why the conversation could not be given to a colleague; `null` when it is none of these reasons. */
export function assignmentSentence(problem: Problem | null, { name }: Operator, t: Translate): string | null {
  switch (problem?.reasonKey) {
    case "operator-may-not-reply":
      return t("toast.operator-may-not-reply", { name });
    case "operator-disabled":
      return t("toast.operator-disabled", { name });
    case "operator-unknown":
      return t("toast.operator-unknown", { name });
    case "identity-unavailable":
      return t("toast.identity-unavailable", { name });
    default:
      return null;
  }
}
