/** The 24 hours after a customer's message in which he can be answered freely. */

const HOUR = 3_600_000;
export const WHOLE_WINDOW = 24 * HOUR;

/** Milliseconds of it that are left; none when it is closed or never opened. */
export const windowLeft = (expiresAt: string | undefined, now: number): number =>
  expiresAt === undefined ? 0 : Math.max(0, Date.parse(expiresAt) - now);

/** So little is left that somebody should look. */
export const isClosingSoon = (left: number): boolean => left < 4 * HOUR;
