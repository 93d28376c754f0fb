import { type AnyRoute, createRoute } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { part } from "../../ui/part";
import { FailedScreen, screen } from "../../ui/Screen";

/** `/settings/number`: our numbers, as WhatsApp sees them. */
export const numberRoute = <Parent extends AnyRoute>(parent: Parent) =>
  createRoute({
    getParentRoute: () => parent,
    path: "/settings/number",
    component: screen(() => import("./pages").then(({ numberPage }) => numberPage())),
    errorComponent: FailedScreen,
  });

/** What cannot be done with a number just now; else, and until it is known, what would stand there otherwise. */
export const NumberBanner = part<{ otherwise: ReactNode }>(
  () => import("./pages").then(({ numberBanner }) => numberBanner()),
  ({ otherwise }) => otherwise,
);
