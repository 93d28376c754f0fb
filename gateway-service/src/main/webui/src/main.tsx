import "./styles/tokens.css";
import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { Config } from "./api/types";
import { App, type Start } from "./app/App";
import { type Auth, signIn, SignedOut } from "./app/auth";
import { readConfig } from "./app/config";
import { createAppRouter, preloadFirstScreen } from "./app/router";
import { loadLanguage } from "./i18n";

const RETRY = 3_000;
/** What is needed once somebody is signed in comes while he does. */
const session = () => import("./app/start");
const root = createRoot(document.getElementById("root") as HTMLElement);
let retry: ReturnType<typeof setTimeout> | undefined;

const show = (start: Start) =>
  root.render(
    <StrictMode>
      <App start={start} onRetry={() => void begin()} />
    </StrictMode>,
  );

let auth: Auth | null = null;

async function begin(): Promise<void> {
  clearTimeout(retry);
  let config: Config;
  try {
    config = await readConfig();
  } catch {
    show({ state: "no-answer" });
    retry = setTimeout(() => void begin(), RETRY);
    return;
  }
  try {
    auth ??= await signIn(config.keycloak);
  } catch {
    show({ state: "no-sign-in" });
    return;
  }
  try {
    const { startSession } = await session();
    show({ state: "ready", session: await startSession(config, auth), router: createAppRouter() });
  } catch (error) {
    if (error instanceof SignedOut) {
      auth = null;
      show({ state: "no-sign-in" });
      return;
    }
    show({ state: "no-answer" });
    retry = setTimeout(() => void begin(), RETRY);
  }
}

/** Nothing can be said before there are words: until they come, they are asked for again. */
async function speak(): Promise<void> {
  try {
    await loadLanguage();
  } catch {
    setTimeout(() => void speak(), RETRY);
    return;
  }
  show({ state: "starting" });
  void begin();
}

void speak();
session().catch(() => {});
preloadFirstScreen();
