import type { Quoted, Uuid } from "../api/types";
import type { Job } from "./outbox";

const UNANSWERABLE = ["answered-message-missing", "message-deleted", "message-not-on-whatsapp"];

/** The messages that the next replies answer, one in each conversation. */
export class Answering extends Map<Uuid, Quoted> {
  put(id: Uuid, quoted?: Quoted): void {
    this.delete(id);
    if (quoted) this.set(id, quoted);
  }

  take(id: Uuid): Quoted | undefined {
    const quoted = this.get(id);
    this.delete(id);
    return quoted;
  }

  /** What was not sent still answers what it did, unless something else is to be answered since, or that cannot be. */
  again = ({ unsent: { conversationId, answers } }: Job, reasonKey = ""): void => {
    if (answers && !this.has(conversationId) && !UNANSWERABLE.includes(reasonKey))
      this.set(conversationId, answers);
  };
}
