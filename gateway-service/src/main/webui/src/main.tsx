import "./styles/tokens.css";
import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { Config } from "./api/types";
import { App, type Start } from "./app/App";
import { type Auth, signIn, SignedOut } from "./app/auth";
import { createAppRouter, preloadFirstScreen } from "./app/router";
import { readConfig, startSession } from "./app/start";

const RETRY = 3_000;
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
    const session = await startSession(config, auth);
    show({ state: "ready", session, router: createAppRouter() });
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

show({ state: "starting" });
preloadFirstScreen();
void begin();
