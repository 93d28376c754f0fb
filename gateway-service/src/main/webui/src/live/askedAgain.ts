import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { Api } from "../api/client";
import { queriesOf } from "../api/queries";

/** Others hear of a change, too, and what is read from them a moment later has it. Many changes are read once. */
const SOON = 500;

/** Which questions each of these is in. What else is asked of a number goes to WhatsApp, and is asked by who looks. */
const ASKED = {
  contacts: (key: QueryKey) => key.includes("contacts"),
  templates: (key: QueryKey) => key.includes("templates"),
  numbers: (key: QueryKey) => key[0] === "numbers" && key.length <= 2,
};
type Asked = keyof typeof ASKED;

const changedBy = (type: string | undefined): Asked[] => {
  if (type?.startsWith("template.")) return ["templates"];
  if (type?.startsWith("channel.")) return ["numbers"];
  return type ? ["contacts", "templates"] : ["contacts", "templates", "numbers"];
};

/**
 * What was asked for and answered is read anew when something is heard that changes it: templates, our numbers, and
 * what a customer said about advertising.
 */
export class AskedAgain {
  readonly #queries: QueryClient;
  readonly #due = new Map<Asked, ReturnType<typeof setTimeout>>();

  constructor(queries: QueryClient) {
    this.#queries = queries;
  }

  /** @param type of what was heard; without it, something may have been missed */
  after(type?: string): void {
    for (const asked of changedBy(type)) this.#again(asked);
  }

  /** What is not on the screen is read when it is shown. */
  #again(asked: Asked): void {
    if (this.#due.has(asked)) return;
    const read = () => {
      this.#due.delete(asked);
      void this.#queries.invalidateQueries({ predicate: ({ queryKey }) => ASKED[asked](queryKey) });
    };
    this.#due.set(asked, setTimeout(read, SOON));
  }
}

export const askedAgainIn = (api: Api): AskedAgain => new AskedAgain(queriesOf(api));
