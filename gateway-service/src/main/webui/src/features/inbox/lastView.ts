import { type View, VIEWS } from "../../api/types";
import { localStore } from "../../lib/storage";

const STORED = "centralino.view";

/** The view that was looked at last, in this browser. */
export const lastView = {
  read: (): View => VIEWS.find((view) => view === localStore.read(STORED)) ?? "mine",
  write: (view: View): void => localStore.write(STORED, view),
};
