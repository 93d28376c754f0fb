import type { Uuid } from "../../api/types";
import { dropOldest } from "../../lib/dropOldest";
import type { Inbox } from "../../live/inbox";
import type { Left } from "./useScroller";

/** As many conversations as the store keeps. */
const MOST = 12;

const places = new WeakMap<Inbox, Map<Uuid, Left>>();

/** Where somebody was in the conversations that he left lately. */
export const placesOf = (inbox: Inbox) => ({
  left: (id: Uuid): Left | undefined => places.get(inbox)?.get(id),
  leave: (id: Uuid, left: Left): void => {
    const known = places.get(inbox) ?? new Map<Uuid, Left>();
    known.delete(id);
    places.set(inbox, known.set(id, left));
    dropOldest(known, MOST);
  },
});
