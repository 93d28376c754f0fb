import {
  type RefObject,
  type UIEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { Uuid } from "../../api/types";
import { type Order, shiftOf, visibleRange } from "../../lib/windowing";

/** Where a list was left: a row, and how far below its upper edge. */
export interface Place {
  id: Uuid | undefined;
  offset: number;
  top: number;
}

/** Where each list was left, while this page is open. */
export type Places = Map<string, Place>;

const topOf = (place: Place | undefined, order: Order<Uuid>, row: number): number => {
  if (!place || order.ids.length === 0) return 0;
  const index = place.id === undefined ? -1 : order.ids.indexOf(place.id);
  return index < 0 ? place.top : (order.above + index) * row + place.offset;
};

/**
 * Scrolling by arithmetic: rows are of one height, so what is on the screen follows from how far was scrolled. Whatever
 * comes or goes above, the row that is looked at stays where it is. A list that was left begins where that was.
 */
export function useScroll(
  scroller: RefObject<HTMLElement | null>,
  order: Order<Uuid>,
  how: { row: number; held: Uuid | null; places: Places; name: string },
) {
  const { row, held, places, name } = how;
  const [viewport, setViewport] = useState(900);
  const at = useRef(-1);
  if (at.current < 0) at.current = topOf(places.get(name), order, row);
  /** Draws anew when another row comes to the top, and not for each pixel. */
  const [first, setFirst] = useState(Math.floor(at.current / row));

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setViewport(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  const onScroll = useCallback(
    (event: UIEvent<HTMLElement>) => {
      at.current = event.currentTarget.scrollTop;
      setFirst(Math.floor(Math.max(0, at.current) / row));
    },
    [row],
  );

  const scrollTo = useCallback(
    (top: number) => {
      at.current = Math.max(0, top);
      setFirst(Math.floor(at.current / row));
      if (scroller.current) scroller.current.scrollTop = at.current;
    },
    [scroller, row],
  );

  const before = useRef<Order<Uuid> | null>(null);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = order;
    if (old === null) {
      if (at.current > 0) scrollTo(at.current);
      return;
    }
    // At the very top, what comes in is seen.
    if (old === order || (old.above === 0 && at.current < row)) return;
    const shift = shiftOf(old, order, Math.floor(at.current / row), held);
    if (shift !== 0) scrollTo(at.current + shift * row);
  }, [order, row, held, scrollTo]);

  useEffect(
    () => () => {
      const { ids, above } = before.current ?? { ids: [], above: 0 };
      const top = at.current;
      const index = Math.floor(top / row);
      const place = { id: ids[index - above], offset: top - index * row, top };
      if (ids.length > 0) places.set(name, place);
    },
    [places, name, row],
  );

  const reveal = useCallback(
    (index: number) => {
      const top = index * row;
      if (top < at.current) scrollTo(top);
      else if (top + row > at.current + viewport) scrollTo(top + row - viewport);
    },
    [row, viewport, scrollTo],
  );

  const end = order.above + order.ids.length;
  const range = visibleRange(first * row, viewport, row, end);
  const start = Math.max(range.start, order.above);
  return {
    onScroll,
    scrollTo,
    reveal,
    /** Whether at least one row was scrolled away. */
    scrolled: first > 0,
    first,
    start,
    end: Math.max(range.end, start),
    /** Nothing of what is known is on the screen: it was scrolled past its upper end. */
    isPastTop: range.end <= order.above && order.above > 0,
  };
}
