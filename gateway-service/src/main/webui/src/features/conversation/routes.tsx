import { type AnyRoute, createRoute } from "@tanstack/react-router";
import { FailedScreen, screen } from "../../ui/Screen";

/** The conversation that the inbox's address names, beside the list; `?c=…&m=…` leads to one of its messages. */
export const conversationRoute = <Parent extends AnyRoute>(inbox: Parent) =>
  createRoute({
    getParentRoute: () => inbox,
    path: "/",
    validateSearch: (search: Record<string, unknown>): { m?: string } =>
      typeof search["m"] === "string" && /^[0-9a-f-]{36}$/i.test(search["m"]) ? { m: search["m"] } : {},
    component: screen(() => import("./ConversationPage").then(({ ConversationPage }) => ConversationPage)),
    errorComponent: FailedScreen,
  });

/** `/new`: writing to somebody first; `?contact=…` says to whom. */
export const startRoute = <Parent extends AnyRoute>(root: Parent) =>
  createRoute({
    getParentRoute: () => root,
    path: "/new",
    validateSearch: ({ contact }: Record<string, unknown>): { contact?: string } =>
      typeof contact === "string" ? { contact } : {},
    component: screen(() => import("./start/page").then(({ startPage }) => startPage())),
    errorComponent: FailedScreen,
  });
