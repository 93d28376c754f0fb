import { RouterProvider } from "@tanstack/react-router";
import { KeyRound, PlugZap } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import type { Config } from "../api/types";
import { currentLocale, useLanguage, useT } from "../i18n";
import { businessName } from "../lib/numbers";
import { type Session, SessionContext } from "../live/session";
import { Button } from "../ui/Button";
import { EmptyState } from "../ui/EmptyState";
import { Screen } from "../ui/Screen";
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
  return (
    <I18nProvider locale={currentLocale()}>
      {start.state === "ready" ? (
        <Ready session={start.session} router={start.router} />
      ) : (
        <Starting start={start} onRetry={onRetry} />
      )}
    </I18nProvider>
  );
}

function Ready({ session, router }: Omit<Extract<Start, { state: "ready" }>, "state">) {
  const sees = session.me.permissions.some((permission) => permission.startsWith("conversation.see."));
  const [config, learn] = useState(session.config);
  const now = useMemo(() => ({ ...session, config, learn }), [session, config]);
  if (!sees) return <NoRole config={session.config} session={session} />;
  return (
    <SessionContext value={now}>
      <RouterProvider router={router} />
    </SessionContext>
  );
}

function Starting({ start, onRetry }: { start: Exclude<Start, { state: "ready" }>; onRetry: () => void }) {
  const t = useT();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 400);
    return () => clearTimeout(timer);
  }, []);
  if (start.state === "no-answer" || start.state === "no-sign-in") {
    const noAnswer = start.state === "no-answer";
    return (
      <Screen role="alert">
        <EmptyState
          alone
          icon={noAnswer ? PlugZap : KeyRound}
          title={t(noAnswer ? "start.error.title" : "start.signIn.title")}
          action={<Button onPress={onRetry}>{t("action.retry")}</Button>}
        >
          {t(noAnswer ? "start.error.text" : "start.signIn.text")}
        </EmptyState>
      </Screen>
    );
  }
  return (
    <Screen aria-busy="true" aria-label={t("start.loading")}>
      {long && <Logo size={44} />}
    </Screen>
  );
}

function NoRole({ config, session }: { config: Config; session: Session }) {
  const t = useT();
  return (
    <Screen>
      <EmptyState
        alone
        icon={KeyRound}
        title={t("start.notAllowed.title")}
        action={<Button onPress={session.signOut}>{t("me.signOut")}</Button>}
      >
        {t("start.notAllowed.text", {
          name: session.me.name,
          business: businessName(config.numbers) ?? t("app.name"),
        })}
      </EmptyState>
    </Screen>
  );
}
