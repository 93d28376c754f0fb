import type { Uuid } from "../api/types";
import type { Job } from "./outbox";

/** Files that were not sent with their reply. The server has them still, until whoever brought them takes them back. */
export class RefusedFiles {
  readonly #files = new Map<Uuid, Uuid[]>();

  /** Whether there were files among them. */
  put(jobs: readonly Job[]): boolean {
    // What stands above a template is chosen with it.
    const files = jobs.flatMap(({ unsent: { content } }) =>
      content.type !== "template" && "attachmentId" in content ? [content.attachmentId] : [],
    );
    const id = jobs[0]?.unsent.conversationId;
    if (!id || files.length === 0) return false;
    this.#files.set(id, [...(this.#files.get(id) ?? []), ...files]);
    return true;
  }

  take(id: Uuid): readonly Uuid[] {
    const files = this.#files.get(id) ?? [];
    this.#files.delete(id);
    return files;
  }
}
