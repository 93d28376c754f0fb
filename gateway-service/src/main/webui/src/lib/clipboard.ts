/** Rejects where the browser has no clipboard, or does not allow it. */
export const copyText = (text: string): Promise<void> =>
  navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
