import { sessionStore } from "../../../lib/storage";
import { FILES } from "../../../live/drafts";
import type { TrayFile } from "./tray";

interface Kept {
  /** Those that the server has, and that are still to be sent. */
  ready: readonly TrayFile[];
  /** Those that were sent, the newest last: what the server refuses comes back. */
  sent: readonly TrayFile[];
}

const MOST_SENT = 30;
/** What the page itself holds of a file goes with it. */
const withoutPage = (files: readonly TrayFile[]) => files.map((file) => ({ ...file, url: null }));

/** What is known of one operator's files in one conversation. It survives a reload; the files are the server's by then. */
export class KeptFiles {
  readonly #key: string;
  #written: string | null;

  constructor(owner: string, conversation: string) {
    this.#key = `${FILES}.${owner}.${conversation}`;
    this.#written = sessionStore.read(this.#key);
  }

  read(): Kept {
    try {
      const { ready, sent } = JSON.parse(this.#written ?? "{}") as Partial<Kept>;
      if (Array.isArray(ready) && Array.isArray(sent)) return { ready, sent };
    } catch {
      // Not ours, or damaged: there are none.
    }
    return { ready: [], sent: [] };
  }

  write({ ready, sent }: Kept): void {
    const none = ready.length === 0 && sent.length === 0;
    const kept = { ready: withoutPage(ready), sent: withoutPage(sent.slice(-MOST_SENT)) } satisfies Kept;
    const text = none ? null : JSON.stringify(kept);
    if (text === this.#written) return;
    this.#written = text;
    sessionStore.write(this.#key, text);
  }
}
