import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/client";
import { search } from "./calls";

export interface Sought {
  q: string;
  from?: "customer" | "team" | undefined;
  has?: "media" | undefined;
  /** A day, such as `2026-11-29`, of the operator's own calendar. */
  before?: string | undefined;
  /** The platform's id of one of our numbers. */
  number?: string | undefined;
}

/** The messages with these words, page after page. What came meanwhile is looked for anew when somebody comes back. */
export const searchQuery = (api: Api, { q, from, has, before, number }: Sought) =>
  infiniteQueryOptions({
    queryKey: ["search", q, from ?? "", has ?? "", before ?? "", number ?? ""],
    queryFn: ({ pageParam }) =>
      search(api, {
        q,
        ...(from ? { from } : {}),
        ...(has ? { has } : {}),
        ...(before ? { before: new Date(`${before}T00:00`).toISOString() } : {}),
        ...(number ? { phoneNumberId: number } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled: q !== "",
    staleTime: 0,
    // A refusal stays one, and who typed waits for it.
    retry: false,
  });
