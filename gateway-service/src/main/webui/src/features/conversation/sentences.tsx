import type { ReactNode } from "react";
import type { HistoryItem, Person, Problem } from "../../api/types";
import { type Key, Rich, type Translate } from "../../i18n";
import { firstName } from "../../lib/people";

/** Who did what, as a sentence. In the thread with full names, in the history with first names. */
export function Happening({
  item,
  place,
  t,
}: {
  item: HistoryItem;
  place: "system" | "history";
  t: Translate;
}) {
  const named = (name: string): ReactNode => <b>{place === "history" ? firstName(name) : name}</b>;
  const actor = named(item.actor.name ?? t("message.system"));
  const target = item.target ? named(item.target.name) : null;
  return <Rich k={keyOf(item, place)} values={{ actor, target }} />;
}

function keyOf(item: HistoryItem, place: "system" | "history"): Key {
  if ((item.kind === "assigned" || item.kind === "taken-over") && !item.target)
    return `${place}.${item.kind}.noTarget`;
  if (place === "system" && item.kind === "reopened" && item.actor.kind === "customer")
    return "system.reopened.customer";
  return `${place}.${item.kind}` as Key;
}

/** What changed, when the server refused a reply: in one sentence, with names. */
export function refusalSentence(problem: Problem, t: Translate): string {
  const holder: Person | null | undefined = problem.holder;
  switch (problem.reasonKey) {
    case "held-by-another-operator":
      return t("refused.held-by-another-operator", { holder: holder?.name ?? t("message.system") });
    case "epoch-passed":
      return holder ? t("refused.epoch-passed", { holder: holder.name }) : t("refused.epoch-passed.nobody");
    case "stale-view": {
      const added = problem.added?.at(-1);
      const text = added?.content.text;
      if (!added || problem.added?.length !== 1 || !text) return t("refused.stale-view");
      const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
      return t("refused.stale-view.one", { author: added.author.name ?? t("message.system"), text: short });
    }
    case "not-assigned":
    case "window-closed":
    case "conversation-resolved":
    case "not-allowed":
    case "not-found":
    case "invalid-request":
    case "payload-too-large":
    case "not-signed-in":
      return t(`refused.${problem.reasonKey}`);
    default:
      return t("refused.other", { code: problem.reasonKey });
  }
}
