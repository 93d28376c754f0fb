/** Dates and durations in words, by Intl. Times are the operator's own zone; "now" is the server's. */

const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(locale, options)));
  return found;
}

const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** Whole days between two moments as a calendar counts them: 1 is yesterday, −1 tomorrow. */
export const daysBefore = (now: number, time: number): number =>
  Math.round((startOfDay(now) - startOfDay(time)) / DAY);

export const clockTime = (locale: string, instant: string): string =>
  format(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(instant));

const sameYear = (a: number, b: number): boolean => new Date(a).getFullYear() === new Date(b).getFullYear();

/** For a list: `09:33` today, `Sat` this week, else `4 Aug`. */
export function shortWhen(locale: string, now: number, instant: string, yesterday: string): string {
  const time = Date.parse(instant);
  const days = daysBefore(now, time);
  if (days <= 0) return clockTime(locale, instant);
  if (days === 1) return yesterday;
  if (days < 7) return format(locale, { weekday: "short" }).format(time);
  return format(
    locale,
    sameYear(now, time)
      ? { day: "numeric", month: "short" }
      : { day: "2-digit", month: "2-digit", year: "2-digit" },
  ).format(time);
}

/** For a day separator: `Today`, `Yesterday`, `Monday 16 November`. */
export function dayName(
  locale: string,
  now: number,
  time: number,
  words: { today: string; yesterday: string },
): string {
  const days = daysBefore(now, time);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  const year = sameYear(now, time) ? {} : ({ year: "numeric" } as const);
  const name = format(locale, { weekday: "long", day: "numeric", month: "long", ...year })
    .format(time)
    .replace(",", "");
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** In a sentence: `09:33`, or with its day when that is another one. */
export function fullWhen(locale: string, now: number, instant: string): string {
  const time = Date.parse(instant);
  if (daysBefore(now, time) === 0) return clockTime(locale, instant);
  const year = sameYear(now, time) ? {} : ({ year: "numeric" } as const);
  return format(locale, {
    day: "numeric",
    month: "short",
    ...year,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(time);
}

/** In a sentence, with its day in words: `Tuesday 17 November at 16:52`. */
export const longWhen = (locale: string, instant: string): string =>
  format(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(instant));

export const fullDate = (locale: string, instant: string): string =>
  format(locale, { day: "numeric", month: "long", year: "numeric" }).format(new Date(instant));

/** How long something plays: `0:08`. */
export function playTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export const hoursAndMinutes = (milliseconds: number): { hours: number; minutes: number } => {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
};

/** `1 hour, 50 minutes`, to be read aloud. */
export function spokenDuration(locale: string, milliseconds: number): string | null {
  const { hours, minutes } = hoursAndMinutes(milliseconds);
  const unit = (value: number, name: "hour" | "minute") =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" }).format(value);
  const parts = [hours > 0 ? unit(hours, "hour") : null, minutes > 0 ? unit(minutes, "minute") : null];
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : new Intl.ListFormat(locale, { type: "unit", style: "long" }).format(said);
}
