import type { ReactNode } from "react";
import {
  Tab as AriaTab,
  TabList as AriaTabList,
  TabPanel as AriaTabPanel,
  Tabs as AriaTabs,
} from "react-aria-components/Tabs";
import styles from "./Tabs.module.css";

/** One of several panels at a time: arrows, Home and End move between the tabs. */
export function Tabs<T extends string>(props: {
  selected: T;
  onSelect: (tab: T) => void;
  children: ReactNode;
}) {
  return (
    <AriaTabs
      className={styles.tabs}
      selectedKey={props.selected}
      onSelectionChange={(tab) => props.onSelect(tab as T)}
    >
      {props.children}
    </AriaTabs>
  );
}

export function TabList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <AriaTabList className={styles.list} aria-label={label}>
      {children}
    </AriaTabList>
  );
}

export function Tab({ id, children }: { id: string; children: ReactNode }) {
  return (
    <AriaTab className={styles.tab} id={id}>
      {children}
    </AriaTab>
  );
}

export function TabPanel({ id, children }: { id: string; children: ReactNode }) {
  return (
    <AriaTabPanel className={styles.panel} id={id}>
      {children}
    </AriaTabPanel>
  );
}
