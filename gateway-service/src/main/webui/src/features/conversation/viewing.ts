import { createContext } from "react";
import type { Uuid } from "../../api/types";

/** Whose picture or video is looked at; of a template with cards, that of one of them, counted from 0. */
export interface Viewed {
  message: Uuid;
  card?: number | undefined;
}

/** Shows the picture or the video of a message large. */
export const ViewFile = createContext<(viewed: Viewed) => void>(() => {});
