/** The keyboard is on the screen: there Enter makes a new line, as in every other app on a phone. */
export const byTouch = (): boolean =>
  globalThis.matchMedia?.("(hover: none) and (pointer: coarse)").matches ?? false;
