import { withItsTexts } from "../../../i18n";
import { part } from "../../../ui/part";

const TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };

export const FreeChip = part(() => withItsTexts(TEXTS, () => import("./FreeChip")).then((it) => it.FreeChip));
export const FreeEntryText = part(() =>
  withItsTexts(TEXTS, () => import("./FreeEntryText")).then((it) => it.FreeEntryText),
);
