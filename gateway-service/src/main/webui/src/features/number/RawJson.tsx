import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Uuid } from "../../api/types";
import { useT } from "../../i18n";
import { useAsking } from "../../live/asking";
import { Button } from "../../ui/Button";
import styles from "./NumberPage.module.css";
import { rawQuery } from "./queries";

/** What came, in lines, when it is JSON. */
function inLines(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}

/** What WhatsApp sent, when somebody asks for it. `name` tells whose it is. */
export function RawJson({ of, id, name }: { of: "reports" | "unrecognised"; id: Uuid; name: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const label = t(open ? "number.raw.hide" : "number.raw.show");
  return (
    <>
      <Button small aria-expanded={open} aria-label={`${label}: ${name}`} onPress={() => setOpen(!open)}>
        {label}
      </Button>
      {open && <Raw of={of} id={id} name={name} />}
    </>
  );
}

function Raw({ of, id, name }: { of: "reports" | "unrecognised"; id: Uuid; name: string }) {
  const t = useT();
  const { api, queries } = useAsking();
  const { data, isError } = useQuery(rawQuery(api, of, id), queries);
  if (isError && !data) return <p role="alert">{t("number.raw.failed")}</p>;
  if (!data) return <p className={styles.quiet}>{t("number.loading")}</p>;
  return (
    // Who has no mouse scrolls it, too.
    <pre className={styles.raw} tabIndex={0} role="region" aria-label={name} dir="ltr">
      {inLines(data.raw)}
    </pre>
  );
}
