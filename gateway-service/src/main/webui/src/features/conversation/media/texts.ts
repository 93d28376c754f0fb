import { withItsTexts } from "../../../i18n";

const TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };

/** Most conversations have no files: the words for them come with what shows them. */
export const withMediaTexts = <Module>(module: () => Promise<Module>): Promise<Module> =>
  withItsTexts(TEXTS, module);
