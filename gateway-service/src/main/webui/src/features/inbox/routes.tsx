import { type AnyRoute, createRoute, redirect, retainSearchParams } from "@tanstack/react-router";
import { type View, VIEWS } from "../../api/types";
import { FailedScreen, screen } from "../../ui/Screen";
import { lastView } from "./lastView";

const isView = (name: string): name is View => VIEWS.includes(name as View);

interface Search {
  /** The conversation that is open. */
  c?: string;
  /** The business number whose conversations are listed, or `all`. */
  number?: string;
}

const searched = ({ c, number }: Record<string, unknown>): Search => ({
  ...(typeof c === "string" && /^[0-9a-f-]{36}$/i.test(c) ? { c } : {}),
  // What is written in digits alone is read as a number.
  ...(/^([0-9]{1,32}|all)$/.test(String(number)) ? { number: String(number) } : {}),
});

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

/** `/inbox/mine?c=…&number=…`: a view, which of its conversations is open, and of which business number it is. What shows the conversation is a child of this route. */
export const inboxRoute = <Parent extends AnyRoute>(parent: Parent) =>
  createRoute({
    getParentRoute: () => parent,
    path: "/inbox/$view",
    params: {
      parse: ({ view }) => ({ view: isView(view) ? view : "mine" }),
      stringify: ({ view }) => ({ view }),
    },
    validateSearch: searched,
    // Whatever leads to another view or conversation stays with the number that was chosen.
    search: { middlewares: [retainSearchParams(["number"])] },
    component: screen(() => import("./InboxPage").then(({ InboxPage }) => InboxPage)),
    errorComponent: FailedScreen,
  });
