/** The words of what is made up beside the field, which come with what shows them. */
export const ASK_TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };
