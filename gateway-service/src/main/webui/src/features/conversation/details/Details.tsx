import { PanelRightClose } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import type { Conversation } from "../../../api/types";
import { useT } from "../../../i18n";
import { focusThread } from "../../../lib/panes";
import { IconButton } from "../../../ui/IconButton";
import { Tab, TabList, TabPanel, Tabs } from "../../../ui/Tabs";
import { CustomerTab } from "./CustomerTab";
import styles from "./Details.module.css";
import { DetailsSection } from "./DetailsSection";
import { History } from "./History";

/** Who the customer is, and what was done here by whom. */
export function Details({ row, onHide }: { row: Conversation; onHide: () => void }) {
  const t = useT();
  const [tab, setTab] = useState<"customer" | "history">("customer");
  const pane = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const here = pane.current;
    // What is not there any more cannot keep the focus.
    return () => {
      if (here?.contains(document.activeElement)) focusThread();
    };
  }, []);
  return (
    <aside ref={pane} className={styles.details} aria-label={t("details.region")} data-pane="details">
      <Tabs selected={tab} onSelect={setTab}>
        <div className={styles.head}>
          <TabList label={t("details.tabs")}>
            <Tab id="customer">{t("details.customer")}</Tab>
            <Tab id="history">{t("details.history")}</Tab>
          </TabList>
          <IconButton label={t("details.hide")} icon={PanelRightClose} shortcut="details" onPress={onHide} />
        </div>
        <TabPanel id="customer">
          <CustomerTab row={row} onAll={() => setTab("history")} />
        </TabPanel>
        <TabPanel id="history">
          <DetailsSection>
            <History id={row.id} />
          </DetailsSection>
        </TabPanel>
      </Tabs>
    </aside>
  );
}
