import type { Uuid } from "../../../api/types";

/** What was spoken and is neither sent nor discarded, by its conversation. It goes with the page. */
const spoken = new Map<Uuid, File>();

export const spokenIn = (conversation: Uuid): File | undefined => spoken.get(conversation);

export function keepSpoken(conversation: Uuid, file: File | null): void {
  if (file) spoken.set(conversation, file);
  else spoken.delete(conversation);
}
