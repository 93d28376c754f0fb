import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import type { Template, TemplateList } from "../../api/types";
import { useAsking } from "../../live/asking";

/** The templates of a number that were shown already, in whatever list. */
export function useKnown(phoneNumberId: string): readonly Template[] {
  const { queries } = useAsking();
  const client = useQueryClient(queries);
  return client
    .getQueriesData<Partial<InfiniteData<TemplateList>>>({
      queryKey: ["numbers", phoneNumberId, "templates"],
    })
    .flatMap(([, data]) => data?.pages ?? [])
    .flatMap(({ items }) => items.map(({ template }) => template));
}
