import { useQuery } from "@tanstack/react-query";
import type { Instant, Uuid } from "../../../api/types";
import { currentLocale } from "../../../i18n";
import { fullWhen } from "../../../lib/time";
import { useAsking } from "../../../live/asking";
import { useServerNow, useThread } from "../../../live/session";

/** While an answer is awaited, or how the platform counts it: nothing that is told says that it changed. */
const ASK_AGAIN = 15_000;

/**
 * What comes of it that the customer arrived by an ad or a page's button: answered within a day, messages to him cost
 * nothing for three.
 */
export type FreeEntry =
  /** He waits for the answer that makes them free. */
  | { kind: "offered"; until: Instant }
  /** They are; `told` when WhatsApp says until when, else it is reckoned from our answer. */
  | { kind: "free"; until: Instant; told: boolean };

/** @returns `null` when messages are paid for, or it is not known yet */
export function useFreeEntry(id: Uuid): FreeEntry | null {
  const { api, queries } = useAsking();
  const now = useServerNow(30_000);
  const thread = useThread(id);
  // What is heard of any of these may change it.
  const heard = thread?.items.filter(
    ({ context, pricing, status }) => context?.referral || pricing?.freeUntil || status === "failed",
  ).length;
  const { data } = useQuery(
    {
      queryKey: ["conversations", id, "free-entry", heard],
      queryFn: () =>
        api.ask((http) =>
          http.GET("/api/conversations/{conversationId}/free-entry", {
            params: { path: { conversationId: id } },
          }),
        ),
      placeholderData: (before, asked) => (asked?.queryKey[1] === id ? before : undefined),
      refetchInterval: ({ state }) => (state.data?.offeredUntil ? ASK_AGAIN : false),
    },
    queries,
  );
  if (data?.freeUntil && Date.parse(data.freeUntil) > now)
    return { kind: "free", until: data.freeUntil, told: data.told };
  return data?.offeredUntil && Date.parse(data.offeredUntil) > now
    ? { kind: "offered", until: data.offeredUntil }
    : null;
}

/** @returns until when messages cost nothing, in words; `null` when they do */
export function useFreeUntil(id: Uuid): string | null {
  const now = useServerNow(30_000);
  const entry = useFreeEntry(id);
  return entry?.kind === "free" ? fullWhen(currentLocale(), now, entry.until) : null;
}
