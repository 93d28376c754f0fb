import type { Conversation, Page } from "../api/types";
import { keyOf } from "./rows";

/** A page as the server answered it. */
export interface Read {
  /** The cursor that was asked with; `null`: the list's first page. */
  from: string | null;
  page: Page<Conversation>;
  askedAt: number;
}

/** A page as it stands in the window: where it begins and ends, and how to ask for what lies beyond. */
export interface Span {
  /** How to ask for it again; `undefined` while nobody knows. */
  from: string | null | undefined;
  first: string;
  last: string;
  newer: string | null;
  older: string | null;
}

/** Where a row stands in lists; "" for none. */
export const placeOf = (row: Conversation | undefined): string =>
  row ? keyOf(row.id, row.lastActivityAt) : "";

export const spanOf = (
  { items, nextCursor, previousCursor }: Page<Conversation>,
  from: Span["from"],
): Span => ({
  from,
  first: placeOf(items[0]),
  last: placeOf(items.at(-1)),
  newer: from === null ? null : (previousCursor ?? null),
  older: nextCursor ?? null,
});
