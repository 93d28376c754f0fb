import { type AnyRoute, createRoute } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { withTexts } from "../../i18n";
import { part } from "../../ui/part";
import { FailedScreen, screen } from "../../ui/Screen";

/** Their texts come with them: whoever stays in the inbox does without. */
const TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };
const texts = () => withTexts(TEXTS);

/** `/settings/number`: our numbers, as WhatsApp sees them. */
export const numberRoute = <Parent extends AnyRoute>(parent: Parent) =>
  createRoute({
    getParentRoute: () => parent,
    path: "/settings/number",
    component: screen(async () => {
      const [{ NumberPage }] = await Promise.all([import("./NumberPage"), texts()]);
      return NumberPage;
    }),
    errorComponent: FailedScreen,
  });

/** What cannot be done with a number just now; else, and until it is known, what would stand there otherwise. */
export const NumberBanner = part<{ otherwise: ReactNode }>(
  async () => {
    const [{ NumberBanner }] = await Promise.all([import("./NumberBanner"), texts()]);
    return NumberBanner;
  },
  ({ otherwise }) => otherwise,
);
