import { withItsTexts } from "../../i18n";

const TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };

/** The page with its texts: whoever stays in the inbox does without, and without knowing where they are. */
export const numberPage = () =>
  withItsTexts(TEXTS, () => import("./NumberPage")).then(({ NumberPage }) => NumberPage);

/** What stands over the inbox, with its texts. */
export const numberBanner = () =>
  withItsTexts(TEXTS, () => import("./NumberBanner")).then(({ NumberBanner }) => NumberBanner);
