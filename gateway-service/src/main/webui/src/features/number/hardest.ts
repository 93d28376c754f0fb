import type { NumberHealth, NumberLimitation } from "../../api/types";

const LEVELS = ["ok", "warning", "stopped"] as const;
/** What an operator would notice. The rest is for those who look after the number. */
const FELT: NumberLimitation["kind"][] = [
  "token-refused",
  "token-shut",
  "banned",
  "disconnected",
  "no-customer-initiated",
  "ban-announced",
  "no-business-initiated",
  "no-utility-templates",
];
/** No message fails because of it. */
const QUIET: NumberLimitation["kind"][] = ["no-new-numbers", "no-calls"];

/** What is to be said on top of everything, of which number; the server names the hardest of each first. */
export function hardestOf(
  numbers: readonly NumberHealth[],
  looksAfterIt: boolean,
): { number: NumberHealth; limitation: NumberLimitation } | null {
  const [found] = numbers
    .flatMap((number) => {
      const limitation = number.limitations.find(({ kind }) =>
        looksAfterIt ? !QUIET.includes(kind) : FELT.includes(kind),
      );
      return limitation ? [{ number, limitation }] : [];
    })
    .sort((a, b) => LEVELS.indexOf(b.number.level) - LEVELS.indexOf(a.number.level));
  return found ?? null;
}
