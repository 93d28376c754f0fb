import { TriangleAlert } from "lucide-react";
import { type ComponentType, type HTMLAttributes, lazy, Suspense } from "react";
import { useT } from "../i18n";
import { Button } from "./Button";
import { EmptyState } from "./EmptyState";
import styles from "./Screen.module.css";

/** A screen with one thing on it. */
export function Screen(props: HTMLAttributes<HTMLElement>) {
  return <main className={styles.screen} {...props} />;
}

/** Instead of a screen that broke, or that does not come because the server has a newer one; the rest stays. */
export function FailedScreen() {
  const t = useT();
  return (
    <Screen role="alert">
      <EmptyState
        alone
        icon={TriangleAlert}
        title={t("failed.title")}
        action={<Button onPress={() => location.reload()}>{t("action.reload")}</Button>}
      >
        {t("failed.text")}
      </EmptyState>
    </Screen>
  );
}

/** A route's component, loaded with the route. One that does not come is the route's to explain (`errorComponent`). */
export function screen(load: () => Promise<ComponentType>) {
  const Later = lazy(() => load().then((component) => ({ default: component })));
  const Route = () => (
    <Suspense>
      <Later />
    </Suspense>
  );
  return Object.assign(Route, {
    preload: () =>
      load().then(
        () => {},
        () => {},
      ),
  });
}
