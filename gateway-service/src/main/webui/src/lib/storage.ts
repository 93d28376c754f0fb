/** Browser storage that may be switched off or full: then things live as long as the page. */
const guarded = (area: () => Storage) => ({
  read(key: string): string | null {
    try {
      return area().getItem(key);
    } catch {
      return null;
    }
  },
  keys(prefix: string): string[] {
    try {
      return Object.keys(area()).filter((key) => key.startsWith(prefix));
    } catch {
      return [];
    }
  },
  write(key: string, value: string | null): void {
    try {
      if (value === null) area().removeItem(key);
      else area().setItem(key, value);
    } catch {
      // Kept in memory by its owner.
    }
  },
});

export const sessionStore = guarded(() => sessionStorage);
export const localStore = guarded(() => localStorage);
