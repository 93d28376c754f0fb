import type { Operator, Person, Problem } from "../../api/types";
import type { Translate } from "../../i18n";
import { nameOf } from "../../lib/speaker";
import { inWords, said, shortened } from "../../lib/messageWords";

/** What changed, when the server refused a reply: in one sentence, with names. */
export function refusalSentence(problem: Problem, t: Translate): string {
  const holder: Person | null | undefined = problem.holder;
  switch (problem.reasonKey) {
    case "held-by-another-operator":
      return t("refused.held-by-another-operator", { holder: holder?.name ?? t("message.system") });
    case "held-by-another-application":
      return t("refused.held-by-another-operator", {
        holder: nameOf({ speaker: problem.handledBy ?? "other" }, t),
      });
    case "epoch-passed":
      return holder ? t("refused.epoch-passed", { holder: holder.name }) : t("refused.epoch-passed.nobody");
    case "stale-view": {
      const added = onlyAdded(problem, t);
      return added ? t("refused.stale-view.one", added) : t("refused.stale-view");
    }
    case "not-assigned":
    case "window-closed":
    case "customer-blocked":
    case "conversation-resolved":
    case "not-allowed":
    case "not-found":
    case "invalid-request":
    case "payload-too-large":
    case "not-signed-in":
    case "internal-error":
      return t(`refused.${problem.reasonKey}`);
    default:
      return t("refused.other", { code: problem.reasonKey });
  }
}

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

/** What was added since the operator looked, so that the conversation was not resolved. */
export function notResolvedSentence(problem: Problem, t: Translate): string {
  const added = onlyAdded(problem, t);
  return added ? t("refused.resolve.one", added) : t("refused.resolve");
}

/** Who wrote what, when it is one message. */
function onlyAdded({ added }: Problem, t: Translate): { author: string; text: string } | null {
  const only = added?.length === 1 ? added[0] : undefined;
  if (!only) return null;
  return {
    author: nameOf(only.author, t),
    text: shortened(inWords(said(only.content), t)),
  };
}
