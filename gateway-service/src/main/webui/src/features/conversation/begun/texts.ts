/** The words of what cannot be sent any more, which come with it. */
export const BEGUN_TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };
