import { useSyncExternalStore } from "react";
import { localStore } from "../lib/storage";

export type Theme = "system" | "light" | "dark";
const STORED = "centralino.theme";
const listeners = new Set<() => void>();

const read = (): Theme => {
  const stored = localStore.read(STORED);
  return stored === "light" || stored === "dark" ? stored : "system";
};

let theme: Theme = read();

export function chooseTheme(next: Theme): void {
  theme = next;
  localStore.write(STORED, next === "system" ? null : next);
  if (next === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = next;
  for (const listener of [...listeners]) listener();
}

export const useTheme = (): Theme =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => theme,
  );
