import type { ReactNode } from "react";
import { Switch as AriaSwitch } from "react-aria-components/Switch";
import styles from "./Switch.module.css";

export function Switch(props: { on: boolean; onChange: (on: boolean) => void; children: ReactNode }) {
  return (
    <AriaSwitch className={styles.switch} isSelected={props.on} onChange={props.onChange}>
      <i aria-hidden="true" />
      {props.children}
    </AriaSwitch>
  );
}
