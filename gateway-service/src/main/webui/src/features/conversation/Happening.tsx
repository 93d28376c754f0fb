import type { ReactNode } from "react";
import type { HistoryItem, HistoryKind } from "../../api/types";
import { type Key, Rich, type Translate, withItsTexts } from "../../i18n";
import { firstName } from "../../lib/people";
import { nameOf } from "../../lib/speaker";
import { part } from "../../ui/part";

const GROUPS_TEXTS = {
  en: () => import("./groups/texts.en.json"),
  it: () => import("./groups/texts.it.json"),
};
/** Most conversations are with one customer. */
const GroupHappening = part(() =>
  withItsTexts(GROUPS_TEXTS, () => import("./groups/GroupHappening")).then(
    ({ GroupHappening }) => GroupHappening,
  ),
);

/** What others do is what operators and customers do, too. */
const SAME: Partial<Record<HistoryKind, HistoryKind>> = {
  "replied-elsewhere": "replied",
  "edited-elsewhere": "customer-edited",
  "revoked-elsewhere": "customer-revoked",
};
export const sameAs = (kind: HistoryKind): HistoryKind => SAME[kind] ?? kind;

export const isOfGroup = (kind: HistoryKind): boolean => kind.startsWith("group-");

/** Until it is there, its place is kept. */
export const HappeningPicture = part(
  () => import("./HappeningPicture").then(({ HappeningPicture }) => HappeningPicture),
  ({ size }: { kind: HistoryKind; size: number }) => <svg width={size} height={size} aria-hidden="true" />,
);

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
  if (isOfGroup(item.kind)) return <GroupHappening item={item} />;
  const named = (name: string): ReactNode => <b>{place === "history" ? firstName(name) : name}</b>;
  const { actor: by, words } = item;
  const actor = by.speaker ? <b>{nameOf(by, t)}</b> : named(nameOf(by, t));
  const target = item.target ? named(item.target.name) : null;
  return (
    <>
      <Rich k={keyOf(item, place)} values={{ actor, target }} />
      {words && ` · ${words}`}
    </>
  );
}

function keyOf(item: HistoryItem, place: "system" | "history"): Key {
  // What customers do, and others, is told in the same words everywhere.
  if (item.kind.startsWith("customer-") || item.actor.kind === "other")
    return `history.${sameAs(item.kind)}` as Key;
  if ((item.kind === "assigned" || item.kind === "taken-over") && !item.target)
    return `${place}.${item.kind}.noTarget`;
  if (place === "system" && item.kind === "reopened" && item.actor.kind === "customer")
    return "system.reopened.customer";
  return `${place}.${item.kind}` as Key;
}
