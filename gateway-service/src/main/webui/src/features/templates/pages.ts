import { withItsTexts } from "../../i18n";

const TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };

/** The pages with their texts: whoever stays in the inbox does without, and without knowing where they are. */
export const pages = () => withItsTexts(TEXTS, () => import("./TemplatesPage"));
