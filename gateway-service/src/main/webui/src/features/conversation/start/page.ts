import { withItsTexts } from "../../../i18n";
import { TEMPLATE_TEXTS } from "../offers/texts";

const TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };

/** The page with its texts and those of templates. */
export const startPage = () =>
  withItsTexts(TEMPLATE_TEXTS, () => withItsTexts(TEXTS, () => import("./StartPage"))).then(
    ({ StartPage }) => StartPage,
  );
