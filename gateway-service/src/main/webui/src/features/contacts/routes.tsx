import { type AnyRoute, createRoute } from "@tanstack/react-router";
import { FailedScreen, screen } from "../../ui/Screen";

interface Search {
  /** What is looked for. */
  q?: string;
}

/** `/contacts?q=…`: the customers. Beside them the one who is chosen is shown by a child of this route. */
export const contactsRoute = <Parent extends AnyRoute>(parent: Parent) =>
  createRoute({
    getParentRoute: () => parent,
    path: "/contacts",
    // What is written in digits alone is read as a number.
    validateSearch: ({ q }: Record<string, unknown>): Search =>
      (typeof q === "string" && q) || typeof q === "number" ? { q: String(q) } : {},
    component: screen(() => import("./pages").then(({ contactsPage }) => contactsPage())),
    errorComponent: FailedScreen,
  });

/** `/contacts/…`: one customer. */
export const contactRoute = <Parent extends AnyRoute>(parent: Parent) =>
  createRoute({
    getParentRoute: () => parent,
    path: "$id",
    component: screen(() => import("./pages").then(({ contactPage }) => contactPage())),
    errorComponent: FailedScreen,
  });
