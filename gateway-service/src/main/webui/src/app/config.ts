import type { Config } from "../api/types";

/** What the page must know before anybody has signed in. */
export async function readConfig(): Promise<Config> {
  const response = await fetch("/api/config", { headers: { Accept: "application/json" }, cache: "no-store" });
  if (!response.ok) throw new Error(`config: ${response.status}`);
  return (await response.json()) as Config;
}
