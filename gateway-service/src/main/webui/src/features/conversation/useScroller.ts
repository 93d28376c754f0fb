import {
  type RefCallback,
  type UIEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from "react";
import { Heights, type Place } from "../../lib/heights";

/** What is drawn above and below the screen, in pixels. */
const AROUND = 700;
/** So much of it is left when more is drawn. */
const LEFT = 250;
const MOST_DRAWN = 100;
/** So far from an end of what is loaded, more is asked for. */
const NEAR = 600;
/** So far from the end, there is a button that leads there. */
const FAR = 300;
/** The height of the screen until it is known. */
const SCREEN = 800;
/** Above the first and below the last. */
const PADDING = 18;

export interface Lines {
  keys: readonly string[];
  estimates: readonly number[];
  /** Nothing newer is missing below the last: who is at the end stays there when something comes. */
  hasEnd: boolean;
}

/** What is kept of a list that is left, for the one who comes back. */
export interface Left {
  place: Place;
  measured: Map<string, number>;
}

interface Options {
  /** Where to begin, as soon as there are lines. */
  begin: (has: (key: string) => boolean) => Place;
  measured: Map<string, number> | undefined;
  onNear: (side: "older" | "newer") => void;
  onLeave: (left: Left) => void;
}

/**
 * Draws of a long list only what is on the screen and around it, and keeps the eye where it is: at the end while it is
 * at the end, else at the entry at the top of the screen. Heights come from an observer, before they are painted; while
 * scrolling, nothing is read but how far.
 */
export function useScroller(lines: Lines | null, options: Options) {
  const [state] = useState(() => ({
    heights: new Heights(options.measured),
    place: null as Place | null,
    screen: SCREEN,
    scrollTop: 0,
    drawn: { start: 0, end: 0, above: 0, below: 0 },
    hasEnd: true,
    /** There are lines. */
    shown: false,
    element: null as HTMLElement | null,
  }));
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [far, setFar] = useState(false);
  const [atEnd, setAtEnd] = useState(true);
  const latest = useRef(options);
  const { heights } = state;

  state.shown = lines !== null;
  if (lines) {
    const place = heights.update(lines.keys, lines.estimates, state.place ?? "end");
    state.place = state.place === null ? options.begin(heights.has) : place;
    state.hasEnd = lines.hasEnd;
    const top = heights.scrollTopOf(state.place, state.screen);
    state.drawn = heights.window(top, state.screen, AROUND, MOST_DRAWN);
  }

  /** Puts the screen where the reader is. */
  const settle = useCallback(() => {
    const { element, place, screen } = state;
    if (!element || place === null || !state.shown) return;
    const { heights } = state;
    const wanted = heights.scrollTopOf(place, screen);
    // Below the last, there is room that belongs to no entry.
    const top = wanted >= heights.total - screen ? Math.max(0, heights.total + PADDING - screen) : wanted;
    if (Math.abs(top - state.scrollTop) < 1) return;
    element.scrollTop = top;
    state.scrollTop = element.scrollTop;
  }, [state]);

  /** Draws more when the drawn ends, and asks for more when the loaded does. */
  const look = useCallback(() => {
    const { place, screen, drawn } = state;
    if (place === null || !state.shown) return;
    const top = state.heights.scrollTopOf(place, screen);
    const needed = state.heights.window(top, screen, LEFT, MOST_DRAWN);
    if (needed.start < drawn.start || needed.end > drawn.end) redraw();
    const left = state.heights.distanceToEnd(top, screen);
    setFar(left > FAR);
    setAtEnd(place === "end");
    if (top < NEAR) latest.current.onNear("older");
    if (left < NEAR) latest.current.onNear("newer");
  }, [state]);

  const [observer] = useState(
    () =>
      new ResizeObserver((changes) => {
        let changed = false;
        for (const { target, borderBoxSize } of changes) {
          const height = borderBoxSize[0]?.blockSize ?? 0;
          if (height === 0) continue;
          const key = (target as HTMLElement).dataset["key"];
          if (key !== undefined) changed = state.heights.measure(key, height) || changed;
          else if (state.screen !== height) {
            state.screen = height;
            changed = true;
          }
        }
        if (!changed) return;
        settle();
        look();
      }),
  );

  useLayoutEffect(() => {
    latest.current = options;
    settle();
    look();
  });
  useEffect(
    () => () => latest.current.onLeave({ place: state.place ?? "end", measured: state.heights.measured }),
    [state],
  );

  const scroller: RefCallback<HTMLElement> = useCallback(
    (element) => {
      if (!element) return;
      state.element = element;
      state.screen = element.clientHeight || SCREEN;
      observer.observe(element);
      return () => {
        observer.unobserve(element);
        state.element = null;
      };
    },
    [state, observer],
  );
  const line: RefCallback<HTMLElement> = useCallback(
    (element) => {
      if (!element) return;
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    [observer],
  );

  const onScroll = useCallback(
    (event: UIEvent<HTMLElement>) => {
      const { scrollTop } = event.currentTarget;
      // What was written here comes back as an event, too.
      if (Math.abs(scrollTop - state.scrollTop) < 1) return;
      state.scrollTop = scrollTop;
      if (!state.shown) return;
      state.place = state.heights.placeAt(scrollTop, state.screen, state.hasEnd);
      look();
    },
    [state, look],
  );

  const goTo = useCallback(
    (place: Place) => {
      state.place = place;
      redraw();
    },
    [state],
  );
  /** Shows an entry, a third down the screen. */
  const reveal = useCallback((key: string) => goTo({ key, below: -state.screen / 3 }), [state, goTo]);
  /** The last entry on the screen. */
  const lastSeen = useCallback(() => state.heights.at(state.scrollTop + state.screen - PADDING), [state]);

  return { ...{ scroller, line, onScroll, goTo, reveal, lastSeen, atEnd, far }, drawn: state.drawn };
}
