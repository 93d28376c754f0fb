import { currentLocale, type Translate } from "../../../i18n";
import { fullWhen } from "../../../lib/time";
import type { FreeEntry } from "./useFreeEntry";

/** What costs nothing, why, and until when. */
export function sentence(entry: FreeEntry, now: number, t: Translate): string {
  const time = fullWhen(currentLocale(), now, entry.until);
  if (entry.kind === "offered") return t("free.offered", { time });
  return t(entry.told ? "free.told" : "free.reckoned", { time });
}
