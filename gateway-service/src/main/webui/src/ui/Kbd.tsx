import type { ReactNode } from "react";
import { keyCaps, type ShortcutName, SHORTCUTS } from "../lib/shortcuts";
import styles from "./Kbd.module.css";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className={styles.kbd} aria-hidden="true">
      {children}
    </kbd>
  );
}

/** The keys of a shortcut, as a hint on its button. */
export function Keys({ of: name }: { of: ShortcutName }) {
  const keys: readonly string[] = SHORTCUTS[name].keys;
  return keys.flatMap(keyCaps).map((cap) => <Kbd key={cap}>{cap}</Kbd>);
}
