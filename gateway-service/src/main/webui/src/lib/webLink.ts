/** The address of a page, if it is one: a customer may write anything there, and only these are safe to open. */
export function webLink(written: string | undefined): URL | null {
  if (!written || !/^https?:\/\//i.test(written.trim())) return null;
  try {
    return new URL(written.trim());
  } catch {
    return null;
  }
}
