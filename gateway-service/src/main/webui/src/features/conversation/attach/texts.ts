/** The words of files and voices, which come with them. */
export const ATTACH_TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };
