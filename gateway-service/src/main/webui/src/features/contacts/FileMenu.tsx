import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { Button } from "../../ui/Button";
import { FilePicker } from "../../ui/FilePicker";
import { toast } from "../../ui/Toasts";
import { exportContacts } from "./calls";
import styles from "./ContactsPage.module.css";
import { ImportDialog } from "./ImportDialog";

/** The contacts as a file: out, and in. */
export function FileMenu() {
  const t = useT();
  const { api, queries } = useAsking();
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const take = useMutation(
    {
      mutationFn: () => exportContacts(api),
      onSuccess: save,
      onError: () => toast(t("contacts.export.failed")),
    },
    queries,
  );
  return (
    <div className={styles.files}>
      <Button small isDisabled={take.isPending} onPress={() => take.mutate()}>
        {t("contacts.export")}
      </Button>
      <Button small onPress={() => chooser.current?.click()}>
        {t("contacts.import")}
      </Button>
      <FilePicker
        ref={chooser}
        testId="contacts-file"
        accept=".csv,text/csv"
        onChoose={([chosen]) => void chosen?.text().then((text) => setFile({ name: chosen.name, text }))}
      />
      {file !== null && <ImportDialog file={file} onClose={() => setFile(null)} />}
    </div>
  );
}

/** With a mark at its begin: spreadsheets take it for another encoding without one. */
function save(text: string): void {
  const url = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: "contacts.csv" });
  link.click();
  URL.revokeObjectURL(url);
}
