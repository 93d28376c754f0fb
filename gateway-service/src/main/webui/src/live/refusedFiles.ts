import type { Problem, ReplyRequest, Uuid } from "../api/types";
import type { Job } from "./outbox";

type WithFile = Extract<Exclude<ReplyRequest["content"], { type: "template" }>, { attachmentId: Uuid }>;

export interface RefusedFile {
  id: Uuid;
  /** As what it was to be sent. */
  as: WithFile["type"];
  /** Why it cannot be sent any more, whatever is done: it is to be brought again. */
  problem?: Problem;
}

const OF_THE_FILE = ["file-not-there", "file-already-sent"];

/** Files that were not sent with their reply, until whoever brought them takes them back. Mostly the server has them still. */
export class RefusedFiles {
  readonly #files = new Map<Uuid, RefusedFile[]>();

  /**
   * @param refused the one of which the problem is; the others only were to follow it
   * @returns whether there were files among them
   */
  put(jobs: readonly Job[], refused?: Job, problem?: Problem): boolean {
    const isGone = problem && OF_THE_FILE.includes(problem.reasonKey);
    // What stands above a template is chosen with it.
    const files = jobs.flatMap((job) => {
      const { content } = job.unsent;
      return content.type !== "template" && "attachmentId" in content
        ? [
            {
              ...{ id: content.attachmentId, as: content.type },
              ...(isGone && job === refused ? { problem } : {}),
            },
          ]
        : [];
    });
    const id = jobs[0]?.unsent.conversationId;
    if (!id || files.length === 0) return false;
    this.#files.set(id, [...(this.#files.get(id) ?? []), ...files]);
    return true;
  }

  take(id: Uuid): readonly RefusedFile[] {
    const files = this.#files.get(id) ?? [];
    this.#files.delete(id);
    return files;
  }
}
