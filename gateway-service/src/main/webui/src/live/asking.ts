import type { QueryClient } from "@tanstack/react-query";
import { queriesOf } from "../api/queries";
import { type Session, useSession } from "./session";

/** The session, with what was asked in it and answered. */
export function useAsking(): Session & { queries: QueryClient } {
  const session = useSession();
  return { ...session, queries: queriesOf(session.api) };
}
