import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Api } from "../../../api/client";

/** Prices change: what was asked a minute ago is asked again. */
const SOON = 60_000;

/** The products of a number's catalogue in whose names the words stand, page after page. */
export const productsQuery = (api: Api, phoneNumberId: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ["numbers", phoneNumberId, "products", q],
    queryFn: ({ pageParam }) =>
      api.ask((http) =>
        http.GET("/api/numbers/{phoneNumberId}/products", {
          params: { path: { phoneNumberId }, query: { q, cursor: pageParam } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
    staleTime: SOON,
    gcTime: SOON,
  });
