/** An ISO instant as text that sorts by time whatever its number of decimals: `…:05Z` becomes `…:05.000000000Z`. */
export function sortable(instant: string): string {
  const match = /^(.*:\d\d)(?:\.(\d{1,9}))?Z$/.exec(instant);
  if (match) return `${match[1]}.${(match[2] ?? "").padEnd(9, "0")}`;
  const time = Date.parse(instant);
  return Number.isNaN(time) ? "" : `${new Date(time).toISOString().slice(0, -1)}000000`;
}

export const milliseconds = (instant: string): number => Date.parse(instant);
