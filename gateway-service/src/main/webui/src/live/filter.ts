import type { Conversation, Uuid, View } from "../api/types";
import { VIEW_DEFINITIONS } from "../api/views";

/**
 * Which conversations a list holds: the grammar of `events`, which the server turns into SQL. One file of examples, read
 * by the tests of both, proves that they agree.
 */
export type Filter =
  | { readonly status: Conversation["status"] }
  /** `me`, `nobody`, or an operator's id. */
  | { readonly assignee: string }
  | { readonly phoneNumberId: string }
  /** A message to the customer failed that nobody has made up for. */
  | { readonly failed: true }
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: Filter };

interface ViewDefinition {
  readonly filter: Filter;
  /** Newest activity first; where two are equal, the id decides. */
  readonly sort: "newest-activity";
}

const DEFINITIONS: Readonly<Record<View, ViewDefinition>> = VIEW_DEFINITIONS;

/** The filter of a view, for all numbers or for one. */
export function filterOf(view: View, phoneNumberId: string | null): Filter {
  const { filter } = DEFINITIONS[view];
  return phoneNumberId === null ? filter : { and: [filter, { phoneNumberId }] };
}

export type Filtered = Pick<Conversation, "status" | "assignee" | "phoneNumberId" | "failed">;

export function covers(filter: Filter, row: Filtered, me: Uuid): boolean {
  if ("status" in filter) return row.status === filter.status;
  if ("phoneNumberId" in filter) return row.phoneNumberId === filter.phoneNumberId;
  if ("failed" in filter) return row.failed === true;
  if ("and" in filter) return filter.and.every((each) => covers(each, row, me));
  if ("or" in filter) return filter.or.some((each) => covers(each, row, me));
  if ("not" in filter) return !covers(filter.not, row, me);
  if (filter.assignee === "nobody") return !row.assignee;
  return row.assignee?.id === (filter.assignee === "me" ? me : filter.assignee);
}
