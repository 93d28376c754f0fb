import type { ReactNode } from "react";
import styles from "./DetailsSection.module.css";

export function DetailsSection({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      {title && <h3>{title}</h3>}
      {children}
    </section>
  );
}
