import { type RefObject, useEffect, useRef, useState } from "react";
import type { Uuid } from "../../api/types";
import { isContinued, keepPlace, type Order } from "../../lib/windowing";

const QUIET = 1_000;
const LONGEST = 2_000;

/**
 * The order in which rows are shown. It follows the store, but never under the pointer: while that moved inside the list
 * in the last second the new order waits, for at most two; and the row that is open keeps its place. Rows that only come
 * or go at the ends move nothing, so they never wait.
 */
export function useOrder(
  { ids, above }: Order<Uuid>,
  selected: Uuid | null,
  list: RefObject<HTMLElement | null>,
): Order<Uuid> {
  const [order, setOrder] = useState<Order<Uuid>>({ ids, above });
  const movedAt = useRef(-QUIET);
  const heldSince = useRef<number | null>(null);
  const latest = useRef(order);
  const shown = useRef(order);

  useEffect(() => {
    const element = list.current;
    const moved = () => (movedAt.current = performance.now());
    element?.addEventListener("pointermove", moved, { passive: true });
    return () => element?.removeEventListener("pointermove", moved);
  }, [list]);

  useEffect(() => {
    if (latest.current.ids !== ids || latest.current.above !== above) latest.current = { ids, above };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      const now = performance.now();
      const quietIn = movedAt.current + QUIET - now;
      const held = heldSince.current === null ? 0 : now - heldSince.current;
      const waits =
        quietIn > 0 &&
        held < LONGEST &&
        shown.current.ids.length > 0 &&
        shown.current !== latest.current &&
        !isContinued(shown.current, latest.current);
      if (waits) {
        heldSince.current ??= now;
        timer = setTimeout(settle, Math.min(quietIn, LONGEST - held));
        return;
      }
      heldSince.current = null;
      shown.current = keepPlace(shown.current, latest.current, selected);
      setOrder(shown.current);
    };
    settle();
    return () => clearTimeout(timer);
  }, [ids, above, selected]);

  return order;
}
