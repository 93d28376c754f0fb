import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { BusinessNumber, NumberHealth } from "../../api/types";
import { useAsking } from "../../live/asking";
import { configuration } from "./calls";

/** How soon the gateway hears of a number that was added; when it never does, its settings differ. */
const SOON = 2_000;
const TRIES = 10;

type Shown = Pick<BusinessNumber, "phoneNumberId" | "name" | "catalogId" | "connected">;

const signature = (numbers: readonly Shown[]): string =>
  numbers
    .map(({ phoneNumberId, name, connected, catalogId = "" }) =>
      [phoneNumberId, catalogId, connected, name].join(" "),
    )
    .sort()
    .join("\n");

/** Numbers are added, renamed and removed while the page is open: what all of it goes by follows. */
export function useNumbers(now: readonly NumberHealth[] | undefined): void {
  const { api, queries, config, learn } = useAsking();
  const isNew = now !== undefined && signature(now) !== signature(config.numbers);
  const { data } = useQuery(
    {
      queryKey: ["config", now && signature(now)],
      queryFn: () => configuration(api),
      enabled: isNew,
      refetchInterval: ({ state }) => isNew && state.dataUpdateCount < TRIES && SOON,
    },
    queries,
  );
  useEffect(() => {
    if (data && signature(data.numbers) !== signature(config.numbers)) learn(data);
  }, [data, config, learn]);
}
