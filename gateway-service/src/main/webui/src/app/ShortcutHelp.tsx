import { X } from "lucide-react";
import { Fragment, useState } from "react";
import { useT } from "../i18n";
import { keyCaps, SHORTCUTS, type ShortcutName, singleKeys } from "../lib/shortcuts";
import { Dialog, DialogHead } from "../ui/Dialog";
import { IconButton } from "../ui/IconButton";
import { Switch } from "../ui/Switch";
import { Kbd } from "../ui/Kbd";
import styles from "./ShortcutHelp.module.css";

const GROUPS = ["move", "decide", "write", "goto"] as const;
const all = Object.entries(SHORTCUTS) as [ShortcutName, (typeof SHORTCUTS)[ShortcutName]][];

/** All keys, read from the same registry that listens to them. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [single, setSingle] = useState(singleKeys.on);
  return (
    <Dialog label={t("shortcuts.title")} width={860} onClose={onClose}>
      <DialogHead title={t("shortcuts.title")}>
        <Switch
          on={single}
          onChange={(on) => {
            singleKeys.turn(on);
            setSingle(on);
          }}
        >
          {t("shortcuts.single")}
        </Switch>
        <IconButton label={t("action.close")} icon={X} onPress={onClose} />
      </DialogHead>
      <div className={styles.shortcuts}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`shortcuts.${group}`)}</h3>
            <dl>
              {all
                .filter(([, shortcut]) => shortcut.group === group)
                .map(([name, { keys, label }]) => (
                  <div key={name}>
                    <dt>{t(label)}</dt>
                    <dd>
                      {keys.map((key, index) => (
                        <Fragment key={key}>
                          {index > 0 && <span>{t("shortcuts.then")}</span>}
                          {keyCaps(key).map((cap) => (
                            <Kbd key={cap}>{cap}</Kbd>
                          ))}
                          <span className="sr">{keyCaps(key).join(" ")}</span>
                        </Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
