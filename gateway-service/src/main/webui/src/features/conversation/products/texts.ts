/** The words of products, which come with what shows them. */
export const PRODUCT_TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };
