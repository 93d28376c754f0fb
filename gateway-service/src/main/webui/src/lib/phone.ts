/** Calling codes of two digits; 1 and 7 have one, all others three (ITU-T E.164). */
const TWO_DIGITS = new Set(
  "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98".split(
    " ",
  ),
);

const codeLength = (digits: string): number =>
  /^[17]/.test(digits) ? 1 : TWO_DIGITS.has(digits.slice(0, 2)) ? 2 : 3;

/** `+393475550198` → `+39 347 555 0198`: the calling code, then threes. What is no such number stays as it is. */
export function phoneForPeople(phone: string): string {
  const digits = /^\+(\d{7,15})$/.exec(phone)?.[1];
  if (!digits) return phone;
  const code = codeLength(digits);
  const groups = digits.slice(code).match(/\d{1,4}$|\d{3}(?=\d{2})/g) ?? [];
  return [`+${digits.slice(0, code)}`, ...groups].join(" ");
}
