import type { BusinessNumber } from "../api/types";

/** The name of the business, when all its numbers have the same. */
export function businessName(numbers: readonly BusinessNumber[]): string | null {
  const names = new Set(numbers.map(({ name }) => name));
  return names.size === 1 ? [...names][0]! : null;
}

/** By which number a customer writes, in words that tell it from the others; `null` where there is only one. */
export function numberLabel(numbers: readonly BusinessNumber[], phoneNumberId: string): string | null {
  if (numbers.length < 2) return null;
  const number = numbers.find((one) => one.phoneNumberId === phoneNumberId);
  if (!number) return phoneNumberId;
  const namesakes = numbers.filter(({ name }) => name === number.name).length;
  return namesakes === 1 ? number.name : number.displayPhone;
}

/** The number of which lists are asked for; `null`: all of them, also where there is no other or no such number. */
export function knownNumber(numbers: readonly BusinessNumber[], asked: string | undefined): string | null {
  const known = numbers.length > 1 && numbers.some(({ phoneNumberId }) => phoneNumberId === asked);
  return known ? asked! : null;
}
