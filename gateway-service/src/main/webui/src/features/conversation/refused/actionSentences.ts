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

/** Why nothing could be decided about a message in doubt; `null` when it is none of these reasons. */
export function doubtSentence(problem: Problem | null, t: Translate): string | null {
  switch (problem?.reasonKey) {
    case "not-in-doubt":
      return t("doubt.refused.not-in-doubt");
    case "window-closed":
      return t("doubt.refused.window-closed");
    case "customer-blocked":
      return t("doubt.refused.customer-blocked");
    case "conversation-resolved":
      return t("doubt.refused.conversation-resolved");
    case "not-assigned":
      return t("doubt.refused.not-assigned");
    case "held-by-another-operator":
    case "epoch-passed":
      return problem.holder
        ? t("toast.heldBy", { holder: problem.holder.name })
        : t("doubt.refused.not-assigned");
    default:
      return null;
  }
}
