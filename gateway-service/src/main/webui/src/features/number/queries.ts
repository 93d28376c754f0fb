import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type Api, answer } from "../../api/client";
import type { Uuid } from "../../api/types";

/** Nothing tells live that a number changed. */
const AGAIN = 60_000;

/** What the team cannot do with each number. */
export const numbersQuery = (api: Api) =>
  queryOptions({
    queryKey: ["numbers"],
    queryFn: () => answer(api.http.GET("/api/numbers")),
    refetchInterval: AGAIN,
  });

/** A number with all that holds of it. */
export const numberQuery = (api: Api, phoneNumberId: string) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId],
    queryFn: () =>
      answer(api.http.GET("/api/numbers/{phoneNumberId}", { params: { path: { phoneNumberId } } })),
    refetchInterval: AGAIN,
  });

/** While it comes, one looks how far it is. */
const SOON = 5_000;

/** What the phone beside a number hands over. */
export const syncQuery = (api: Api, phoneNumberId: string) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId, "sync"],
    queryFn: () =>
      answer(api.http.GET("/api/numbers/{phoneNumberId}/sync", { params: { path: { phoneNumberId } } })),
    refetchInterval: ({ state: { data } }) =>
      data?.state === "running" || data?.state === "asked" ? SOON : AGAIN,
  });

/** Asks the phone beside a number for what it has. */
export const askForSync = (api: Api, phoneNumberId: string, kind: "history" | "contacts") =>
  answer(
    api.http.POST("/api/numbers/{phoneNumberId}/sync", {
      params: { path: { phoneNumberId } },
      body: { kind },
    }),
  );

/** What was said of a number, page after page. */
export const reportsQuery = (api: Api, phoneNumberId: string) =>
  infiniteQueryOptions({
    queryKey: ["numbers", phoneNumberId, "reports"],
    queryFn: ({ pageParam }) =>
      answer(
        api.http.GET("/api/numbers/{phoneNumberId}/reports", {
          params: { path: { phoneNumberId }, query: { cursor: pageParam } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** What was not understood, by what it was. */
export const unrecognisedQuery = (api: Api) =>
  queryOptions({
    queryKey: ["unrecognised"],
    queryFn: () => answer(api.http.GET("/api/numbers/unrecognised")),
  });

/** The parts of one kind that were not understood, page after page. */
export const partsQuery = (api: Api, field: string, reason: string) =>
  infiniteQueryOptions({
    queryKey: ["unrecognised", field, reason],
    queryFn: ({ pageParam }) =>
      answer(
        api.http.GET("/api/numbers/unrecognised/parts", {
          params: { query: { field, reason, cursor: pageParam } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** What came never changes. */
export const rawQuery = (api: Api, of: "reports" | "unrecognised", id: Uuid) =>
  queryOptions({
    queryKey: ["raw", of, id],
    queryFn: () =>
      answer(
        of === "reports"
          ? api.http.GET("/api/numbers/reports/{reportId}/raw", { params: { path: { reportId: id } } })
          : api.http.GET("/api/numbers/unrecognised/parts/{partId}/raw", {
              params: { path: { partId: id } },
            }),
      ),
    staleTime: Infinity,
  });
