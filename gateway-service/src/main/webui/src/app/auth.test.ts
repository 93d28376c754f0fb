import { beforeEach, describe, expect, it, vi } from "vitest";
import { NoAnswer } from "../api/client";
import { signIn, SignedOut } from "./auth";

const keycloak = vi.hoisted(() => ({
  authenticated: true,
  token: undefined as string | undefined,
  init: () => Promise.resolve(true),
  updateToken: (_minimum: number): Promise<boolean> => Promise.resolve(true),
  isTokenExpired: (): boolean => false,
}));
vi.mock("keycloak-js", () => ({
  default: function Keycloak() {
    return keycloak;
  },
}));

const CONFIG = { url: "http://localhost:8180", realm: "centralino", clientId: "centralino-web" };

beforeEach(() => {
  Object.assign(keycloak, {
    authenticated: true,
    token: "a token",
    updateToken: () => Promise.reject(new Error("Keycloak is away")),
    isTokenExpired: () => false,
  });
});

describe("while Keycloak is away", () => {
  it("a token that is still good is used", async () => {
    const auth = await signIn(CONFIG);
    await expect(auth.token()).resolves.toBe("a token");
  });

  it("a token that ran out means that no answer came, not that somebody is signed out", async () => {
    keycloak.isTokenExpired = () => true;
    const auth = await signIn(CONFIG);
    const signedOut = vi.fn();
    auth.onSignedOut(signedOut);

    await expect(auth.token()).rejects.toBeInstanceOf(NoAnswer);
    await expect(auth.renewed()).rejects.toBeInstanceOf(NoAnswer);

    expect(signedOut).not.toHaveBeenCalled();
  });
});

describe("when Keycloak refuses", () => {
  it("the session has ended, and whoever waits for that hears it", async () => {
    const auth = await signIn(CONFIG);
    const signedOut = vi.fn();
    auth.onSignedOut(signedOut);
    keycloak.updateToken = () => {
      keycloak.authenticated = false;
      keycloak.token = undefined;
      return Promise.reject(new Error("invalid_grant"));
    };

    await expect(auth.token()).rejects.toBeInstanceOf(SignedOut);

    expect(signedOut).toHaveBeenCalledOnce();
  });
});
