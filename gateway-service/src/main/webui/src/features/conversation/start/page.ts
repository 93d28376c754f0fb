import { withItsTexts } from "../../../i18n";
import { withRefusalTexts } from "../refused/texts";
import { TEMPLATE_TEXTS } from "../offers/texts";

const TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };

/** The page with its texts, those of templates, and those of what is refused. */
export const startPage = () =>
  withRefusalTexts(() =>
    withItsTexts(TEMPLATE_TEXTS, () => withItsTexts(TEXTS, () => import("./StartPage"))),
  ).then(({ StartPage }) => StartPage);
