import type { Problem } from "../../../api/types";
import type { Translate } from "../../../i18n";

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
