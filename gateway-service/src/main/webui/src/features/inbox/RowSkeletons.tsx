import { lateClass, Skeleton } from "../../ui/Skeleton";
import styles from "./ConversationList.module.css";

const WIDTHS = ["45%", "62%", "38%", "54%", "48%", "66%"];

export function RowSkeletons({ label }: { label: string }) {
  return (
    <div className={lateClass} role="status" aria-label={label}>
      {WIDTHS.map((width, index) => (
        <div key={index} className={styles.skeleton} aria-hidden="true">
          <Skeleton width="40px" height={40} />
          <span>
            <Skeleton width={width} />
            <Skeleton width="88%" />
            <Skeleton width="30%" />
          </span>
        </div>
      ))}
    </div>
  );
}
