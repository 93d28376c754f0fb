import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/client";

/** The customers whose name or number has this in it, page after page. */
export const contactsQuery = (api: Api, search: string) =>
  infiniteQueryOptions({
    queryKey: ["contacts", "list", search],
    queryFn: ({ pageParam }) =>
      api.contacts({
        ...(search ? { search } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
