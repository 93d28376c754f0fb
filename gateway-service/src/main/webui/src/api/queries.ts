import { QueryClient, queryOptions } from "@tanstack/react-query";
import { type Api, isPassing } from "./client";
import type { Uuid } from "./types";

const ATTEMPTS = 3;

const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // Whether the server is there, its answer says, not the browser's idea of the network.
        networkMode: "always",
        refetchOnWindowFocus: false,
        retry: (failures, error) => isPassing(error) && failures < ATTEMPTS,
      },
    },
  });

const kept = new WeakMap<Api, QueryClient>();

/**
 * Keeps what is asked of a server and answered. What is told live is no business of it: the live store has that, and so
 * the inbox is shown before this is here.
 */
export function queriesOf(api: Api): QueryClient {
  const queries = kept.get(api) ?? createQueries();
  kept.set(api, queries);
  return queries;
}

/** Everybody who can sign in and may see the inbox. */
export const operatorsQuery = (api: Api) =>
  queryOptions({ queryKey: ["operators"], queryFn: async () => (await api.operators()).items });

/** A customer with all that belongs to him: who he is, and where he writes. */
export const contactQuery = (api: Api, id: Uuid) =>
  queryOptions({
    queryKey: ["contacts", "one", id],
    queryFn: () =>
      api.ask((http) => http.GET("/api/contacts/{contactId}", { params: { path: { contactId: id } } })),
  });
