import { createContext, type ReactNode, use } from "react";
import styles from "./Sheet.module.css";

/** What stands on top of every sheet, such as a word about the connection. */
export const OnTop = createContext<ReactNode>(null);

/** The rounded sheet on which a screen lies. */
export function Sheet({ children }: { children: ReactNode }) {
  return (
    <div className={styles.sheet}>
      {use(OnTop)}
      {children}
    </div>
  );
}

/** One that has all the width beside the rail. */
export function WideSheet({ children }: { children: ReactNode }) {
  return (
    <div className={styles.wide}>
      <Sheet>{children}</Sheet>
    </div>
  );
}
