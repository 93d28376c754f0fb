import type { Person, Problem } from "../../../api/types";
import type { Translate } from "../../../i18n";
import { nameOf } from "../../../lib/speaker";
import { inWords, said, shortened } from "../../../lib/messageWords";
import { violationsInWords } from "./violations";

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
    case "invalid-request": {
      const what = violationsInWords(problem, t);
      return what ? t("refused.violations", { what }) : t("refused.invalid-request");
    }
    case "not-assigned":
    case "window-closed":
    case "customer-blocked":
    case "number-removed":
    case "catalogue-of-another-number":
    case "conversation-resolved":
    case "not-allowed":
    case "not-found":
    case "payload-too-large":
    case "not-signed-in":
    case "template-gone":
    case "template-not-approved":
    case "template-of-another-number":
    case "template-not-sendable":
    case "marketing-not-wanted":
    case "consent-missing":
    case "answered-message-missing":
    case "message-deleted":
    case "message-not-on-whatsapp":
    case "file-not-there":
    case "file-already-sent":
    case "id-already-used":
    case "internal-error":
      return t(`refused.${problem.reasonKey}`);
    default:
      return t("refused.other", { code: problem.reasonKey });
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
