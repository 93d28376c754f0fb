import { type AnyRoute, createRoute } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { withItsTexts } from "../../i18n";
import { part } from "../../ui/part";
import { FailedScreen, screen } from "../../ui/Screen";

/** Their texts come with them: whoever stays in the inbox does without. */
const TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };

/** `/settings/number`: our numbers, as WhatsApp sees them. */
export const numberRoute = <Parent extends AnyRoute>(parent: Parent) =>
  createRoute({
    getParentRoute: () => parent,
    path: "/settings/number",
    component: screen(() =>
      withItsTexts(TEXTS, () => import("./NumberPage")).then(({ NumberPage }) => NumberPage),
    ),
    errorComponent: FailedScreen,
  });

/** What cannot be done with a number just now; else, and until it is known, what would stand there otherwise. */
export const NumberBanner = part<{ otherwise: ReactNode }>(
  () => withItsTexts(TEXTS, () => import("./NumberBanner")).then(({ NumberBanner }) => NumberBanner),
  ({ otherwise }) => otherwise,
);
