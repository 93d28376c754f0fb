import { CircleAlert } from "lucide-react";
import { Component, type ReactNode } from "react";
import { useT } from "../i18n";
import { Button } from "./Button";
import { EmptyState } from "./EmptyState";
import styles from "./Pane.module.css";

/** A pane that breaks says so, offers to try again, and does not take the others with it. */
export class Pane extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    if (!this.state.broken) return this.props.children;
    return <Broken onRetry={() => this.setState({ broken: false })} />;
  }
}

function Broken({ onRetry }: { onRetry: () => void }) {
  const t = useT();
  return (
    <div role="alert" className={styles.broken}>
      <EmptyState
        icon={CircleAlert}
        title={t("pane.error.title")}
        action={<Button onPress={onRetry}>{t("action.retry")}</Button>}
      >
        {t("pane.error.text")}
      </EmptyState>
    </div>
  );
}
