import type { LucideIcon } from "lucide-react";
import { useId } from "react";
import type { ShortcutName } from "../lib/shortcuts";
import { Icon } from "./Icon";
import { Keys } from "./Kbd";
import styles from "./SegmentedControl.module.css";

interface Segment<T extends string> {
  value: T;
  icon: LucideIcon;
  text: string;
  shortcut: ShortcutName;
}

/** A choice between few, all in sight: the browser's own radios, looking like one control. */
export function SegmentedControl<T extends string>(props: {
  label: string;
  segments: readonly Segment<T>[];
  value: T;
  onChange: (value: T) => void;
}) {
  const group = useId();
  return (
    <div className={styles.segments} role="radiogroup" aria-label={props.label}>
      {props.segments.map(({ value, icon, text, shortcut }) => (
        <label key={value} className={styles.segment}>
          <input
            type="radio"
            className="sr"
            name={group}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          <Icon of={icon} size={13} />
          {text}
          <Keys of={shortcut} />
        </label>
      ))}
    </div>
  );
}
