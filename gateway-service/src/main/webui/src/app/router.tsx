import { createRootRoute, createRouter, Link, type RouterHistory } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { contactRoute, contactsRoute } from "../features/contacts/routes";
import { conversationRoute, startRoute } from "../features/conversation/routes";
import { homeRoute, inboxRoute } from "../features/inbox/routes";
import { numberRoute } from "../features/number/routes";
import { searchRoute } from "../features/search/routes";
import { templateRoute, templatesRoute } from "../features/templates/routes";
import { useT } from "../i18n";
import { buttonLook } from "../ui/Button";
import { EmptyState } from "../ui/EmptyState";
import { FailedScreen, Screen } from "../ui/Screen";
import { Shell } from "./Shell";

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: FailedScreen,
});
const inbox = inboxRoute(root);
const conversation = conversationRoute(inbox);
const contacts = contactsRoute(root);
const templates = templatesRoute(root);
const routeTree = root.addChildren([
  homeRoute(root),
  inbox.addChildren([conversation]),
  contacts.addChildren([contactRoute(contacts)]),
  numberRoute(root),
  searchRoute(root),
  startRoute(root),
  templates.addChildren([templateRoute(templates)]),
]);

/** Begins to load the screen that most people see first, while they are still being signed in. */
export function preloadFirstScreen(): void {
  for (const { options } of [inbox, conversation]) void options.component?.preload?.();
}

function NotFound() {
  const t = useT();
  return (
    <Screen>
      <EmptyState
        alone
        icon={Compass}
        title={t("notFound.title")}
        action={
          <Link to="/" className={buttonLook()}>
            {t("notFound.action")}
          </Link>
        }
      />
    </Screen>
  );
}

/** `history`: the browser's, unless a test brings its own. */
export const createAppRouter = (history?: RouterHistory) =>
  createRouter({ routeTree, ...(history ? { history } : {}) });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
