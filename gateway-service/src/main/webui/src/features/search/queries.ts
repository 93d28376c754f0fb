import { infiniteQueryOptions } from "@tanstack/react-query";
import { type Api, answer } from "../../api/client";

export interface Sought {
  q: string;
  from?: "customer" | "team" | undefined;
  has?: "media" | undefined;
  /** A day, such as `2026-11-29`, of the operator's own calendar. */
  before?: string | undefined;
}

/** The messages with these words, page after page. What came meanwhile is looked for anew when somebody comes back. */
export const searchQuery = (api: Api, { q, from, has, before }: Sought) =>
  infiniteQueryOptions({
    queryKey: ["search", q, from ?? "", has ?? "", before ?? ""],
    queryFn: ({ pageParam }) =>
      answer(
        api.http.GET("/api/search", {
          params: {
            query: {
              q,
              ...(from ? { from } : {}),
              ...(has ? { has } : {}),
              ...(before ? { before: new Date(`${before}T00:00`).toISOString() } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled: q !== "",
    staleTime: 0,
    // A refusal stays one, and who typed waits for it.
    retry: false,
  });
