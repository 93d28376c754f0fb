import { withItsTexts } from "../i18n";
import { part } from "../ui/part";

const TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };

/** Whether a customer agreed to advertising, with its words; loaded where it is shown. */
export const Consent = part(() =>
  withItsTexts(TEXTS, () => import("./Consent")).then(({ Consent }) => Consent),
);

/** The same of somebody who is in no address book yet. */
export const NewConsent = part<{ evidence: string | null; onSay: (evidence: string) => void }>(() =>
  withItsTexts(TEXTS, () => import("./NewConsent")).then(({ NewConsent }) => NewConsent),
);
