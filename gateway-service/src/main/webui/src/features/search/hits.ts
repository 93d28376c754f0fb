import type { Found, FoundMessage } from "../../api/types";

export interface Hits {
  conversation: FoundMessage["conversation"];
  messages: FoundMessage[];
}

/** The messages of all pages by their conversations; first the one with the newest. */
export function byConversation(pages: readonly Found[]): Hits[] {
  const groups = new Map<string, Hits>();
  for (const message of pages.flatMap(({ items }) => items)) {
    const group = groups.get(message.conversation.id);
    if (group) group.messages.push(message);
    else groups.set(message.conversation.id, { conversation: message.conversation, messages: [message] });
  }
  return [...groups.values()];
}

/** Where the inbox shows a conversation, and which of its messages. */
export const place = ({ id, status }: Hits["conversation"], message?: string) => ({
  to: "/inbox/$view" as const,
  params: { view: status === "open" ? ("all" as const) : ("resolved" as const) },
  search: { c: id, ...(message ? { m: message } : {}) },
});
