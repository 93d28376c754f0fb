import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  redirect,
  type RouterHistory,
} from "@tanstack/react-router";
import { Compass, TriangleAlert } from "lucide-react";
import { type View, VIEWS } from "../api/types";
import { useT } from "../i18n";
import { localStore } from "../lib/storage";
import { Button } from "../ui/Button";
import { EmptyState } from "../ui/EmptyState";
import styles from "./app.module.css";
import { InboxPage, LAST_VIEW } from "./InboxPage";
import { Shell } from "./Shell";

const isView = (name: string | null): name is View => VIEWS.includes(name as View);

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    const last = localStore.read(LAST_VIEW);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way of redirecting
    throw redirect({ to: "/inbox/$view", params: { view: isView(last) ? last : "mine" }, replace: true });
  },
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: "/inbox/$view",
  params: {
    parse: ({ view }) => ({ view: isView(view) ? view : "mine" }),
    stringify: ({ view }) => ({ view }),
  },
  validateSearch: (search: Record<string, unknown>): { c?: string } =>
    typeof search["c"] === "string" && /^[0-9a-f-]{36}$/i.test(search["c"]) ? { c: search["c"] } : {},
  component: InboxPage,
  errorComponent: Failed,
});

function NotFound() {
  const t = useT();
  return (
    <main className={styles.page}>
      <EmptyState
        icon={Compass}
        title={t("notFound.title")}
        action={
          <Link to="/" className={styles.link}>
            {t("notFound.action")}
          </Link>
        }
      />
    </main>
  );
}

/** A screen that fails says so, and the rail stays. */
function Failed() {
  const t = useT();
  return (
    <main className={styles.page} role="alert">
      <EmptyState
        icon={TriangleAlert}
        title={t("failed.title")}
        action={<Button onPress={() => location.reload()}>{t("banner.reload")}</Button>}
      >
        {t("failed.text")}
      </EmptyState>
    </main>
  );
}

/** `history`: the browser's, unless a test brings its own. */
export const createAppRouter = (history?: RouterHistory) =>
  createRouter({ routeTree: root.addChildren([home, inbox]), ...(history ? { history } : {}) });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
