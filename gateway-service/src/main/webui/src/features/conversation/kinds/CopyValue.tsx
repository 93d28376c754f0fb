import { Copy } from "lucide-react";
import { useT } from "../../../i18n";
import { copyText } from "../../../lib/clipboard";
import { Icon } from "../../../ui/Icon";
import { toast } from "../../../ui/Toasts";
import styles from "./CopyValue.module.css";

/** Copies what stands beside it. */
export function CopyValue({ value }: { value: string }) {
  const t = useT();
  const copy = () =>
    void copyText(value).then(
      () => toast(t("card.copied", { what: value })),
      () => toast(t("card.notCopied")),
    );
  const label = t("card.copy", { what: value });
  return (
    <button type="button" className={styles.copy} aria-label={label} title={label} onClick={copy}>
      <Icon of={Copy} size={13} />
    </button>
  );
}
