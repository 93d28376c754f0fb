import type { BusinessNumber, Config, FormerNumber } from "../api/types";

/** The name of the business, when all its numbers have the same. */
export function businessName(numbers: readonly BusinessNumber[]): string | null {
  const names = new Set(numbers.map(({ name }) => name));
  return names.size === 1 ? [...names][0]! : null;
}

type Numbers = Pick<Config, "numbers" | "formerNumbers">;

/** Those that conversations are of: ours, and those that were. */
export const ofConversations = ({ numbers, formerNumbers }: Numbers): readonly FormerNumber[] => [
  ...numbers,
  ...formerNumbers,
];

/** By which number a customer writes, in words that tell it from the others; `null` where there is only one. */
export function numberLabel(config: Numbers, phoneNumberId: string): string | null {
  const all = ofConversations(config);
  if (all.length < 2) return null;
  const number = all.find((one) => one.phoneNumberId === phoneNumberId);
  const namesakes = all.filter(({ name }) => name === number?.name).length;
  return (namesakes === 1 && number?.name) || number?.displayPhone || phoneNumberId;
}

/** The number of which lists are asked for; `null`: all of them, also where there is no other or no such number. */
export function knownNumber(config: Numbers, asked: string | undefined): string | null {
  const all = ofConversations(config);
  const known = all.length > 1 && all.some(({ phoneNumberId }) => phoneNumberId === asked);
  return known ? asked! : null;
}
