import { createContext } from "react";
import type { Uuid } from "../../api/types";

/** Shows the picture or the video of a message large. */
export const ViewFile = createContext<(message: Uuid) => void>(() => {});
