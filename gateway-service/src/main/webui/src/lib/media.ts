import { useCallback, useSyncExternalStore } from "react";

/** One pane at a time, as on a phone; the sheets say the same. */
export const SMALL = "(max-width: 720px)";

/** Whether the screen is as the query says, now and whenever that changes. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    useCallback(
      (listener) => {
        const media = matchMedia(query);
        media.addEventListener("change", listener);
        return () => media.removeEventListener("change", listener);
      },
      [query],
    ),
    () => matchMedia(query).matches,
  );
