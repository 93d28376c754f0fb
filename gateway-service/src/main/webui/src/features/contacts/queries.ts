import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/client";
import { contacts } from "./calls";

/** The customers whose name or number has this in it, page after page. */
export const contactsQuery = (api: Api, search: string) =>
  infiniteQueryOptions({
    queryKey: ["contacts", "list", search],
    queryFn: ({ pageParam }) =>
      contacts(api, {
        ...(search ? { search } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
