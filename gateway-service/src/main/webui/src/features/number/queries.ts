import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/client";
import type { Uuid } from "../../api/types";

/** Nothing tells live that a number changed. */
const AGAIN = 60_000;

/** What the team cannot do with each number. */
export const numbersQuery = (api: Api) =>
  queryOptions({ queryKey: ["numbers"], queryFn: () => api.numbers(), refetchInterval: AGAIN });

/** A number with all that holds of it. */
export const numberQuery = (api: Api, phoneNumberId: string) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId],
    queryFn: () => api.number(phoneNumberId),
    refetchInterval: AGAIN,
  });

/** While it comes, one looks how far it is. */
const SOON = 5_000;

/** What the phone beside a number hands over. */
export const syncQuery = (api: Api, phoneNumberId: string) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId, "sync"],
    queryFn: () => api.numberSync(phoneNumberId),
    refetchInterval: ({ state: { data } }) =>
      data?.state === "running" || data?.state === "asked" ? SOON : AGAIN,
  });

/** What was said of a number, page after page. */
export const reportsQuery = (api: Api, phoneNumberId: string) =>
  infiniteQueryOptions({
    queryKey: ["numbers", phoneNumberId, "reports"],
    queryFn: ({ pageParam }) => api.numberReports(phoneNumberId, pageParam),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** What was not understood, by what it was. */
export const unrecognisedQuery = (api: Api) =>
  queryOptions({ queryKey: ["unrecognised"], queryFn: () => api.unrecognised() });

/** The parts of one kind that were not understood, page after page. */
export const partsQuery = (api: Api, field: string, reason: string) =>
  infiniteQueryOptions({
    queryKey: ["unrecognised", field, reason],
    queryFn: ({ pageParam }) => api.unrecognisedParts({ field, reason, cursor: pageParam }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** What came never changes. */
export const rawQuery = (api: Api, of: "reports" | "unrecognised", id: Uuid) =>
  queryOptions({
    queryKey: ["raw", of, id],
    queryFn: () => (of === "reports" ? api.reportRaw(id) : api.unrecognisedRaw(id)),
    staleTime: Infinity,
  });
