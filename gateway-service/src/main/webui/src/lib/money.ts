/** An amount as people write it. What is no currency's code stands behind it as it came. */
export function money(locale: string, amount: number, currency: string | undefined): string {
  if (currency) {
    try {
      return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount);
    } catch {
      // The code came from outside, and is none.
    }
  }
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(amount);
  return currency ? `${number} ${currency}` : number;
}

interface Priced {
  quantity: number;
  price?: number;
  currency?: string;
}

/** What it comes to, for each currency. Nothing, when a price is not known: part of it would look like all of it. */
export function totals(lines: readonly Priced[]): { amount: number; currency: string | undefined }[] {
  const sums = new Map<string | undefined, number>();
  for (const { quantity, price, currency } of lines) {
    if (price === undefined) return [];
    sums.set(currency, (sums.get(currency) ?? 0) + quantity * price);
  }
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}
