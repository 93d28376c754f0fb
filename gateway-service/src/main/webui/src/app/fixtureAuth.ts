import type { Auth } from "./auth";

/** Signs everybody in. Only in the build that plays fixtures (`--mode preview-fixtures`), never in the product. */
export function fixtureAuth(): Auth {
  const who =
    new URLSearchParams(location.search).get("as") ?? sessionStorage.getItem("fixture.as") ?? "anna";
  sessionStorage.setItem("fixture.as", who);
  return {
    token: () => Promise.resolve(who),
    renewed: () => Promise.resolve(who),
    expiresAt: () => Date.now() + 3_600_000,
    signIn: () => location.reload(),
    signOut: () => location.reload(),
    onSignedOut: () => {},
  };
}
