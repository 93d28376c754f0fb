import styles from "./FileName.module.css";
import { inParts } from "./files";

/** A file's name on one line: what is too long is cut in the middle, its ending is always in sight. */
export function FileName({ name }: { name: string }) {
  const [start, end] = inParts(name);
  return (
    <bdi className={styles.name} title={name}>
      <span className={styles.start}>{start}</span>
      <span className={styles.end}>{end}</span>
    </bdi>
  );
}
