import styles from "./Skeleton.module.css";

export function Skeleton({ width, height }: { width: string; height?: number }) {
  return (
    <span
      className={styles.skeleton}
      style={{ width, ...(height ? { height, borderRadius: height } : {}) }}
    />
  );
}

/** Shown only if it takes longer than a moment. */
export const lateClass = styles.late ?? "";
