import { withItsTexts } from "../../../i18n";

const TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };

/** A module of what can be done with messages, with its words. */
export const withToolTexts = <Module>(module: () => Promise<Module>): Promise<Module> =>
  withItsTexts(TEXTS, module);
