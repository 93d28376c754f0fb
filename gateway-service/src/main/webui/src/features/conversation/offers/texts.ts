/** The words of templates, which come with what shows them. */
export const TEMPLATE_TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };
