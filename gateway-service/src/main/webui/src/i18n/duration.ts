import { hoursAndMinutes, spokenDuration } from "../lib/time";
import { currentLocale, translate } from "./translate";

/** `1 h 50 m`, for where there is little room. */
export function shortDuration(milliseconds: number): string {
  const { hours, minutes } = hoursAndMinutes(milliseconds);
  if (hours > 0) return translate("duration.short.hm", { hours, minutes });
  return minutes > 0 ? translate("duration.short.m", { minutes }) : translate("duration.short.soon");
}

/** `1 hour, 50 minutes`, to be read aloud. */
export const longDuration = (milliseconds: number): string =>
  spokenDuration(currentLocale(), milliseconds) ?? translate("duration.soon");
