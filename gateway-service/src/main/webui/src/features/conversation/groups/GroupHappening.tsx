import type { HistoryItem } from "../../../api/types";
import { type Key, useT } from "../../../i18n";

/** What happened to a group: with who came or left, or what it is called now. */
export function GroupHappening({ item }: { item: HistoryItem }) {
  const t = useT();
  const sentence = t(`group.${item.kind.slice("group-".length)}` as Key);
  return item.words ? `${sentence} · ${item.words}` : sentence;
}
