import { type AnyRoute, createRoute } from "@tanstack/react-router";
import { withItsTexts } from "../../i18n";
import { FailedScreen, screen } from "../../ui/Screen";

interface Search {
  /** What is looked for. */
  q?: string;
  /** Who wrote it. */
  from?: "customer" | "team";
  /** Only messages with a file. */
  has?: "media";
  /** Only messages from before this day. */
  before?: string;
  /** Only messages of this number of ours, by the platform's id of it. */
  number?: string;
}

const TEXTS = { en: () => import("./texts.en.json"), it: () => import("./texts.it.json") };

const searched = ({ q, from, has, before, number }: Record<string, unknown>): Search => ({
  // What is written in digits alone is read as a number.
  ...((typeof q === "string" && q) || typeof q === "number" ? { q: String(q) } : {}),
  ...(from === "customer" || from === "team" ? { from } : {}),
  ...(has === "media" ? { has } : {}),
  ...(typeof before === "string" && /^\d{4}-\d\d-\d\d$/.test(before) ? { before } : {}),
  ...((typeof number === "string" && number) || typeof number === "number" ? { number: String(number) } : {}),
});

/** `/search?q=…&from=…&has=media&before=…&number=…`: what was said, in all conversations. */
export const searchRoute = <Parent extends AnyRoute>(parent: Parent) =>
  createRoute({
    getParentRoute: () => parent,
    path: "/search",
    validateSearch: searched,
    component: screen(() =>
      withItsTexts(TEXTS, () => import("./SearchPage")).then(({ SearchPage }) => SearchPage),
    ),
    errorComponent: FailedScreen,
  });
