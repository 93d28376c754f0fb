import { withItsTexts } from "../../../i18n";

const TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };

/** The words of what is refused, which come when something is. */
export const withRefusalTexts = <Module>(module: () => Promise<Module>): Promise<Module> =>
  withItsTexts(TEXTS, module);
