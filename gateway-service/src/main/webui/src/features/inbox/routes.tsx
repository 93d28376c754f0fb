import { type AnyRoute, createRoute, redirect } from "@tanstack/react-router";
import { type View, VIEWS } from "../../api/types";
import { FailedScreen, screen } from "../../ui/Screen";
import { lastView } from "./lastView";

const isView = (name: string): name is View => VIEWS.includes(name as View);

/** `/`: the view that was looked at last. */
export const homeRoute = <Parent extends AnyRoute>(parent: Parent) =>
  createRoute({
    getParentRoute: () => parent,
    path: "/",
    beforeLoad: () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way of redirecting
      throw redirect({ to: "/inbox/$view", params: { view: lastView.read() }, replace: true });
    },
  });

/** `/inbox/mine?c=…`: a view, and which of its conversations is open. What shows the conversation is a child of this route. */
export const inboxRoute = <Parent extends AnyRoute>(parent: Parent) =>
  createRoute({
    getParentRoute: () => parent,
    path: "/inbox/$view",
    params: {
      parse: ({ view }) => ({ view: isView(view) ? view : "mine" }),
      stringify: ({ view }) => ({ view }),
    },
    validateSearch: (search: Record<string, unknown>): { c?: string } =>
      typeof search["c"] === "string" && /^[0-9a-f-]{36}$/i.test(search["c"]) ? { c: search["c"] } : {},
    component: screen(() => import("./InboxPage").then(({ InboxPage }) => InboxPage)),
    errorComponent: FailedScreen,
  });
