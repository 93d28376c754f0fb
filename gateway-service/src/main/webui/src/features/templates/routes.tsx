import { type AnyRoute, createRoute } from "@tanstack/react-router";
import { FailedScreen, screen } from "../../ui/Screen";

const page = (name: "TemplatesPage" | "TemplatePage") =>
  screen(() => import("./pages").then(({ pages }) => pages()).then(({ [name]: found }) => found));

/** What is looked for, and at which of our numbers. */
export type Search = {
  [filter in "status" | "category" | "language" | "quality" | "q" | "number"]?: string;
};

/** `/templates?status=…`: the templates of a number. Beside them the one that is chosen is shown by a child. */
export const templatesRoute = <Parent extends AnyRoute>(parent: Parent) =>
  createRoute({
    getParentRoute: () => parent,
    path: "/templates",
    // What is written in digits alone is read as a number.
    validateSearch: (given: Record<string, unknown>): Search =>
      Object.fromEntries(Object.entries(given).map(([name, value]) => [name, `${value as string}`])),
    component: page("TemplatesPage"),
    errorComponent: FailedScreen,
  });

/** `/templates/…`: one template, or `new`. */
export const templateRoute = <Parent extends AnyRoute>(parent: Parent) =>
  createRoute({
    getParentRoute: () => parent,
    path: "$id",
    component: page("TemplatePage"),
    errorComponent: FailedScreen,
  });
