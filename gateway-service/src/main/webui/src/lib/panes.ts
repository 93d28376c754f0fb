/** Where the messages of the open conversation are read. */
export const focusThread = (): void => document.querySelector<HTMLElement>("[data-thread]")?.focus();
