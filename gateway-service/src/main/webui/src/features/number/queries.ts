import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/client";
import type { Uuid } from "../../api/types";
import {
  numbers,
  number,
  numberSync,
  numberToken,
  numberConnection,
  numberReports,
  reportRaw,
  unrecognised,
  unrecognisedParts,
  unrecognisedRaw,
} from "./calls";

/** What WhatsApp says of numbers is not told live. */
const AGAIN = 60_000;

/** What the team cannot do with each number. */
export const numbersQuery = (api: Api) =>
  queryOptions({ queryKey: ["numbers"], queryFn: () => numbers(api), refetchInterval: AGAIN });

/** A number with all that holds of it. */
export const numberQuery = (api: Api, phoneNumberId: string) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId],
    queryFn: () => number(api, phoneNumberId),
    refetchInterval: AGAIN,
  });

/** While it comes, one looks how far it is. */
const SOON = 5_000;

/** What the phone beside a number hands over. */
export const syncQuery = (api: Api, phoneNumberId: string) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId, "sync"],
    queryFn: () => numberSync(api, phoneNumberId),
    refetchInterval: ({ state: { data } }) =>
      data?.state === "running" || data?.state === "asked" ? SOON : AGAIN,
  });

/** What was said of a number, page after page. */
export const reportsQuery = (api: Api, phoneNumberId: string) =>
  infiniteQueryOptions({
    queryKey: ["numbers", phoneNumberId, "reports"],
    queryFn: ({ pageParam }) => numberReports(api, phoneNumberId, pageParam),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** What was not understood, by what it was. */
export const unrecognisedQuery = (api: Api) =>
  queryOptions({ queryKey: ["unrecognised"], queryFn: () => unrecognised(api) });

/** The parts of one kind that were not understood, page after page. */
export const partsQuery = (api: Api, field: string, reason: string) =>
  infiniteQueryOptions({
    queryKey: ["unrecognised", field, reason],
    queryFn: ({ pageParam }) => unrecognisedParts(api, { field, reason, cursor: pageParam }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** What came never changes. */
export const rawQuery = (api: Api, of: "reports" | "unrecognised", id: Uuid) =>
  queryOptions({
    queryKey: ["raw", of, id],
    queryFn: () => (of === "reports" ? reportRaw(api, id) : unrecognisedRaw(api, id)),
    staleTime: Infinity,
  });

/** What WhatsApp knows of a number: asked when somebody looks, for it counts what is asked. */
export const connectionQuery = (api: Api, phoneNumberId: string) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId, "connection"],
    queryFn: () => numberConnection(api, phoneNumberId),
    staleTime: AGAIN,
  });

/** By which token a number is called. */
export const tokenQuery = (api: Api, phoneNumberId: string) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId, "token"],
    queryFn: () => numberToken(api, phoneNumberId),
  });
