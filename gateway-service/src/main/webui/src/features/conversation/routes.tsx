import { type AnyRoute, createRoute } from "@tanstack/react-router";
import { FailedScreen, screen } from "../../ui/Screen";

/** The conversation that the inbox's address names, beside the list. */
export const conversationRoute = <Parent extends AnyRoute>(inbox: Parent) =>
  createRoute({
    getParentRoute: () => inbox,
    path: "/",
    component: screen(() => import("./ConversationPage").then(({ ConversationPage }) => ConversationPage)),
    errorComponent: FailedScreen,
  });
