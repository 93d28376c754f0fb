import Keycloak from "keycloak-js";
import { NoAnswer } from "../api/client";
import type { Config } from "../api/types";
import { currentLanguage } from "../i18n";
import { sessionStore } from "../lib/storage";

/** The session ended, and only signing in again helps. */
export class SignedOut extends Error {
  override name = "SignedOut";
}

/** The sign-in as the rest of the app knows it. Tokens live in memory only. */
export interface Auth {
  token: () => Promise<string>;
  renewed: () => Promise<string>;
  expiresAt: () => number;
  signIn: () => void;
  signOut: () => void;
  /** Called when a session that worked has ended. */
  onSignedOut: (listener: () => void) => void;
}

const ROUTE = "centralino.route";
const home = (): string => `${location.origin}/`;

const isCallback = (): boolean => /[#&](code|error)=/.test(location.hash) && /[#&]state=/.test(location.hash);

/** Keycloak knows one address of ours: what was wanted is remembered here until the operator is back. */
function rememberRoute(): void {
  const route = location.pathname + location.search;
  sessionStore.write(ROUTE, route === "/" ? null : route);
}

function restoreRoute(): void {
  const route = sessionStore.read(ROUTE);
  sessionStore.write(ROUTE, null);
  if (route?.startsWith("/") && !route.startsWith("//") && location.pathname === "/")
    history.replaceState(null, "", route);
}

/** Signs in, or leaves the page to do so. Answers only once somebody is signed in. */
export async function signIn(config: Config["keycloak"]): Promise<Auth> {
  const keycloak = new Keycloak(config);
  if (!isCallback()) rememberRoute();
  const locale = currentLanguage();
  const authenticated = await keycloak.init({
    onLoad: "login-required",
    pkceMethod: "S256",
    checkLoginIframe: false,
    redirectUri: home(),
    locale,
  });
  if (!authenticated) {
    await keycloak.login({ redirectUri: home(), locale });
    throw new SignedOut();
  }
  restoreRoute();

  const listeners = new Set<() => void>();
  const refresh = async (minimum: number): Promise<string> => {
    try {
      await keycloak.updateToken(minimum);
    } catch (error) {
      // The adapter clears the token when Keycloak refused it; else Keycloak was only out of reach.
      if (!keycloak.authenticated || !keycloak.token) {
        for (const listener of [...listeners]) listener();
        throw new SignedOut();
      }
      if (keycloak.isTokenExpired()) throw new NoAnswer(error);
    }
    if (!keycloak.token) throw new SignedOut();
    return keycloak.token;
  };
  return {
    token: () => refresh(20),
    renewed: () => refresh(-1),
    expiresAt: () => ((keycloak.tokenParsed?.exp ?? 0) - (keycloak.timeSkew ?? 0)) * 1000,
    signIn: () => {
      rememberRoute();
      void keycloak.login({ redirectUri: home(), locale: currentLanguage() });
    },
    signOut: () => void keycloak.logout({ redirectUri: home() }),
    onSignedOut: (listener) => listeners.add(listener),
  };
}
