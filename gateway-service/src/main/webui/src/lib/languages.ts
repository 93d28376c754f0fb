/** Those that customers are written to in most; the platform knows more (fact sheet, section 10.5). */
const USUAL = "it en de fr es pt_PT pt_BR nl pl ro hu cs el sq hr sl uk ru tr ar he hi bn ur zh_CN ja".split(
  " ",
);

/** What can be chosen, by its name in the reader's language; what stands there already is among it. */
export function languagesIn(locale: string, chosen: string): { code: string; name: string }[] {
  const codes = chosen && !USUAL.includes(chosen) ? [...USUAL, chosen] : USUAL;
  return codes
    .map((code) => ({ code, name: languageName(code, locale) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
}

/** A language in the reader's own; its code when nobody knows it. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(code.replace("_", "-")) ?? code;
  } catch {
    return code;
  }
}
