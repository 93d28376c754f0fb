import { withItsTexts } from "../../../i18n";

const TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };

/** A module that shows what is no text, with its words. */
export const withKindTexts = <Module>(module: () => Promise<Module>): Promise<Module> =>
  withItsTexts(TEXTS, module);
