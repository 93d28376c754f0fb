import { lateClass, Skeleton } from "../../ui/Skeleton";
import styles from "./MessageList.module.css";

const SHAPES = [
  ["in", "52%", 44],
  ["out", "60%", 64],
  ["out", "40%", 44],
  ["in", "46%", 44],
] as const;

/** What the messages will look like, while they are loading. */
export function BubbleSkeletons({ label }: { label: string }) {
  return (
    <div className={`${styles.fill} ${styles.skeletons} ${lateClass}`} role="status" aria-label={label}>
      {SHAPES.map(([side, width, height], index) => (
        <div
          key={index}
          className={side === "in" ? styles.skeletonIn : styles.skeletonOut}
          aria-hidden="true"
        >
          <Skeleton width={width} height={height} />
        </div>
      ))}
    </div>
  );
}
