import type { QueryClient } from "@tanstack/react-query";

/** Others hear of a change, too, and what is read from them a moment later has it. Many changes are read once. */
const SOON = 500;

/**
 * What was asked for and answered is read anew when something is heard that changes it: templates, and what a customer
 * said about advertising.
 */
export class AskedAgain {
  readonly #queries: QueryClient;
  readonly #due = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(queries: QueryClient) {
    this.#queries = queries;
  }

  /** @param type of what was heard; without it, something may have been missed */
  after(type?: string): void {
    const isTemplate = type?.startsWith("template.") ?? false;
    if (!isTemplate) this.#again("contacts");
    this.#again("templates");
  }

  /** Whatever has this word in its key; what is not on the screen is read when it is shown. */
  #again(word: string): void {
    if (this.#due.has(word)) return;
    const read = () => {
      this.#due.delete(word);
      void this.#queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(word) });
    };
    this.#due.set(word, setTimeout(read, SOON));
  }
}
