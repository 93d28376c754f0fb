import { RouterProvider } from "@tanstack/react-router";
import { KeyRound, PlugZap } from "lucide-react";
import { useEffect, useState } from "react";
import type { Config } from "../api/types";
import { useLanguage, useT } from "../i18n";
import { type Session, SessionContext } from "../live/session";
import { Button, EmptyState } from "../ui/basics";
import styles from "./app.module.css";
import { Logo } from "./Logo";
import type { createAppRouter } from "./router";

export type Start =
  | { state: "starting" }
  | { state: "no-answer" }
  | { state: "no-sign-in" }
  | { state: "ready"; session: Session; router: ReturnType<typeof createAppRouter> };

/** From the first paint to the inbox: what happens meanwhile is said, never a blank page. */
export function App({ start, onRetry }: { start: Start; onRetry: () => void }) {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (start.state !== "ready") return <Starting start={start} onRetry={onRetry} />;
  const { session, router } = start;
  const sees = session.me.permissions.some((permission) => permission.startsWith("conversation.see."));
  if (!sees) return <NoRole config={session.config} session={session} />;
  return (
    <SessionContext value={session}>
      <RouterProvider router={router} />
    </SessionContext>
  );
}

function Starting({ start, onRetry }: { start: Start; onRetry: () => void }) {
  const t = useT();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 400);
    return () => clearTimeout(timer);
  }, []);
  if (start.state === "no-answer" || start.state === "no-sign-in") {
    const noAnswer = start.state === "no-answer";
    return (
      <main className={styles.start} role="alert">
        <EmptyState
          icon={noAnswer ? PlugZap : KeyRound}
          title={t(noAnswer ? "start.error.title" : "start.signIn.title")}
          action={<Button onClick={onRetry}>{t("action.retry")}</Button>}
        >
          {t(noAnswer ? "start.error.text" : "start.signIn.text")}
        </EmptyState>
      </main>
    );
  }
  return (
    <main className={styles.start} aria-busy="true" aria-label={t("start.loading")}>
      {long && <Logo size={44} />}
    </main>
  );
}

function NoRole({ config, session }: { config: Config; session: Session }) {
  const t = useT();
  return (
    <main className={styles.start}>
      <EmptyState
        icon={KeyRound}
        title={t("start.notAllowed.title")}
        action={<Button onClick={session.signOut}>{t("me.signOut")}</Button>}
      >
        {t("start.notAllowed.text", {
          name: session.me.name,
          business: config.numbers[0]?.name ?? t("app.name"),
        })}
      </EmptyState>
    </main>
  );
}
