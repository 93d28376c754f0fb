import type { CSSProperties } from "react";
import { cx } from "../lib/cx";
import styles from "./Dot.module.css";

/** Whether something is on, for the eye only. */
export function Dot({ on, size = 8 }: { on: boolean; size?: number }) {
  return <i className={cx(styles.dot, on && styles.on)} style={{ "--size": `${size}px` } as CSSProperties} />;
}
